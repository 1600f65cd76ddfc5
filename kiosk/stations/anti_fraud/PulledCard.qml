import QtQuick
import kiosk.ui

// What a bait pulls, why it would work, and what to do when something pulls like that.
Card {
    id: card
    required property var pulled

    Txt {
        id: head
        x: 32 * Theme.u
        y: 20 * Theme.u
        height: 84 * Theme.u
        width: Math.min(implicitWidth, parent.width - feeling.width - 80 * Theme.u)
        fit: true
        text: card.pulled.head ?? ""
        size: Theme.pinyin ? 32 : 36
        wrap: false
    }
    Pill {
        id: feeling
        x: head.x + head.width + 20 * Theme.u
        anchors.verticalCenter: head.verticalCenter
        height: (Theme.pinyin ? 92 : 76) * Theme.u
        ground: Theme.light
        edge: Theme.ink
        wordColor: Theme.ink
        size: Theme.pinyin ? 38 : 44
        bold: true
        text: card.pulled.feeling ?? ""
    }
    Txt {
        x: 32 * Theme.u
        y: head.y + head.height + 12 * Theme.u
        width: parent.width - 2 * x
        height: steps.y - y - 12 * Theme.u
        text: card.pulled.why ?? ""
        size: Theme.pinyin ? 34 : 40
        fit: true
    }
    StepsCard {
        id: steps
        x: 16 * Theme.u
        y: parent.height - height - 12 * Theme.u
        width: parent.width - 2 * x
        height: implicitHeight
        title: card.pulled.stepsTitle ?? ""
        steps: card.pulled.steps ?? []
        strong: 1
    }
}
