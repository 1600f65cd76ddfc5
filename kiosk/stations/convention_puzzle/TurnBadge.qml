import QtQuick
import kiosk.ui

// A player's number with a shape and a colour of its own, and words below it if there are any.
Column {
    id: badge
    required property int player
    property string text: ""
    property real side: 72 * Theme.u
    spacing: 4 * Theme.u
    Item {
        width: badge.side
        height: width
        anchors.horizontalCenter: parent.horizontalCenter
        Rectangle {
            anchors.centerIn: parent
            width: parent.width * (badge.player === 2 ? 0.78 : 0.94)
            height: width
            radius: [0, width / 2, 6 * Theme.u, 10 * Theme.u, width * 0.32][badge.player]
            rotation: badge.player === 2 ? 45 : 0
            color: [Theme.paper, Theme.skySoft, Theme.lilacSoft, Theme.glowSoft, Theme.rose][badge.player]
            border.width: Math.max(2, 4 * Theme.u)
            border.color: Theme.ink
        }
        Txt {
            anchors.centerIn: parent
            text: badge.player
            ruby: false
            bold: true
            size: badge.side / Theme.u * 0.56
            wrap: false
        }
    }
    Txt {
        visible: badge.text !== ""
        anchors.horizontalCenter: parent.horizontalCenter
        text: badge.text
        size: 30
        bold: true
        wrap: false
        color: Theme.light
    }
}
