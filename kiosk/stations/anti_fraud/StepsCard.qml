pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What to do, in order.
Card {
    id: card
    required property string title
    required property var steps
    property int strong: -1
    readonly property bool small: Theme.pinyin || Theme.upright || width < 1050 * Theme.u || steps.join("").length > 40
    implicitHeight: heading.height + flow.height + 52 * Theme.u
    face: Theme.deck
    shade: Theme.deckShade
    Txt {
        id: heading
        x: 28 * Theme.u
        y: 12 * Theme.u
        width: parent.width - 2 * x
        height: implicitHeight
        text: card.title
        size: card.small ? 30 : 34
        bold: true
        color: Theme.glowLight
    }
    Flow {
        id: flow
        x: 24 * Theme.u
        y: heading.y + heading.height + 8 * Theme.u
        width: parent.width - 2 * x
        spacing: 4 * Theme.u
        Repeater {
            model: card.steps
            Row {
                id: step
                required property int index
                required property string modelData
                spacing: 4 * Theme.u
                Pill {
                    height: (card.small ? 60 : 68) * Theme.u + (Theme.pinyin ? 12 * Theme.u : 0)
                    width: implicitWidth - (card.small ? 34 : 28) * Theme.u
                    ground: step.index === card.strong ? Theme.light : Theme.paper
                    edge: Theme.ink
                    wordColor: Theme.ink
                    bold: true
                    size: card.small ? 28 : 32
                    text: step.modelData
                }
                Art {
                    visible: step.index < card.steps.length - 1
                    anchors.verticalCenter: parent.verticalCenter
                    name: "icon/arrow-right"
                    color: "f7c98b"
                    width: Math.round(22 * Theme.u)
                    height: width
                }
            }
        }
    }
}
