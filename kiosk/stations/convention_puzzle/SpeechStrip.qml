pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// 萤萤 says what to do, or why a piece belongs where it was put; below it may stand a line.
Item {
    id: strip
    property string text: ""
    property string mood: "ask"
    property string mascot: ({
            "ask": "yingying-think",
            "right": "yingying-cheer",
            "again": "yingying"
        })[mood]
    property var halves: []
    property int player: 0
    property string playerText: ""

    Art {
        id: guide
        name: strip.mascot
        width: Math.round(Math.min(strip.height * 1.22, 200 * Theme.u))
        height: width
        anchors.bottom: parent.bottom
    }
    Card {
        id: bubble
        x: guide.width + 14 * Theme.u
        width: parent.width - x - (turn.visible ? turn.width + Theme.gutter : 0)
        height: parent.height
        contour: Math.max(2, 5 * Theme.u)
        band: 8 * Theme.u
        face: ({
                "ask": Theme.paper,
                "right": Theme.jadeSoft,
                "again": Theme.coralSoft
            })[strip.mood]
        Art {
            id: sign
            visible: strip.mood !== "ask"
            name: strip.mood === "right" ? "icon/check-disc" : "icon/turn-back-disc"
            width: Math.round(60 * Theme.u)
            height: width
            x: 20 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
        }
        Column {
            x: (sign.visible ? 96 : 32) * Theme.u
            width: parent.width - x - 28 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            Txt {
                id: words
                width: parent.width
                height: Math.min(implicitHeight, bubble.innerHeight - (line.visible ? line.height : 0) - 8 * Theme.u)
                text: strip.text
                size: line.visible ? 30 : 38
                fit: true
                color: line.visible ? Theme.ink2 : Theme.ink
            }
            LineText {
                id: line
                visible: strip.halves.length > 0
                width: parent.width
                halves: strip.halves
                room: bubble.innerHeight * 0.62
            }
        }
    }
    TurnBadge {
        id: turn
        visible: strip.player > 0
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        player: strip.player
        text: strip.playerText
    }
}
