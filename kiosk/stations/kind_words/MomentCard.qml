pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What happened: the other child's face and answer on the left, the moment and the heated words on the right.
Card {
    id: card
    required property var moment
    readonly property bool glad: moment.mood === "glad"
    readonly property real side: (Theme.upright ? 236 : 216) * Theme.u
    readonly property real whoHeight: (Theme.pinyin ? 76 : 48) * Theme.u
    readonly property real faceSide: Math.min(side, innerHeight - whoHeight - 28 * Theme.u)

    Art {
        id: face
        name: card.moment.face
        x: 24 * Theme.u + (card.side - width) / 2
        y: 12 * Theme.u
        width: Math.round(card.faceSide)
        height: width
    }
    Txt {
        x: 12 * Theme.u
        y: face.y + face.height + 4 * Theme.u
        width: card.side + 24 * Theme.u
        height: card.whoHeight
        text: card.moment.who
        size: 30
        bold: true
        centred: true
        fit: true
        color: Theme.ink2
    }
    Column {
        id: words
        x: card.side + 52 * Theme.u
        y: 14 * Theme.u
        width: card.width - x - 36 * Theme.u
        readonly property real room: card.innerHeight - 2 * y
        readonly property bool talking: card.moment.heard !== ""
        Txt {
            width: parent.width
            height: words.room * 0.32
            text: card.moment.situation
            size: 38
            fit: true
        }
        Rectangle {
            width: parent.width
            height: words.room * 0.38
            radius: 22 * Theme.u
            color: !words.talking ? Theme.rose : card.glad ? Theme.jadeSoft : Theme.skySoft
            border.width: Math.max(2, 4 * Theme.u)
            border.color: !words.talking ? Theme.coral : card.glad ? Theme.jade : Theme.sky
            Txt {
                x: 28 * Theme.u
                y: 4 * Theme.u
                width: parent.width - 2 * x
                height: parent.height - 8 * Theme.u
                text: card.moment.heard || card.moment.heatedLabel + card.moment.heated
                size: words.talking ? 42 : 38
                bold: true
                fit: true
                color: !words.talking ? Theme.coralDeep : card.glad ? Theme.jadeDeep : Theme.skyDeep
            }
        }
        Item {
            width: 1
            height: words.room * 0.06
        }
        Row {
            width: parent.width
            height: words.room * 0.24
            spacing: 16 * Theme.u
            Art {
                id: sign
                name: card.moment.recalled !== "" ? "icon/check-disc" : "icon/bulb"
                width: Math.round(Math.min(parent.height, 56 * Theme.u))
                height: width
                anchors.verticalCenter: parent.verticalCenter
            }
            Txt {
                width: parent.width - sign.width - parent.spacing
                height: parent.height
                text: card.moment.recalled || card.moment.point
                size: 36
                fit: true
                color: Theme.ink2
            }
        }
    }
}
