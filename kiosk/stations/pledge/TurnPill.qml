import QtQuick
import kiosk.ui

// Whose turn it is: the player's number in its own shape and colour, and words beside it.
Pill {
    id: pill
    required property int player
    property string words: ""
    implicitWidth: row.width + 48 * Theme.u
    Row {
        id: row
        anchors.centerIn: parent
        spacing: 14 * Theme.u
        Item {
            width: 56 * Theme.u
            height: width
            anchors.verticalCenter: parent.verticalCenter
            Rectangle {
                anchors.centerIn: parent
                width: parent.width * (pill.player === 2 ? 0.78 : 0.94)
                height: width
                radius: [0, width / 2, 6 * Theme.u, 10 * Theme.u, width * 0.32][pill.player]
                rotation: pill.player === 2 ? 45 : 0
                color: [Theme.paper, Theme.skySoft, Theme.lilacSoft, Theme.glowSoft, Theme.rose][pill.player]
                border.width: Math.max(2, 4 * Theme.u)
                border.color: Theme.ink
            }
            Txt {
                anchors.centerIn: parent
                text: pill.player
                ruby: false
                bold: true
                size: 32
                wrap: false
            }
        }
        Txt {
            anchors.verticalCenter: parent.verticalCenter
            text: pill.words
            ruby: false
            size: 32
            bold: true
            wrap: false
            color: Theme.light
        }
    }
}
