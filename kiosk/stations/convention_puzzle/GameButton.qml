pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A game in the tray of the hub: its sign, its name, how well it went with the chosen line.
BigButton {
    id: button
    required property var game
    icon: "game-" + game.key
    label: game.label
    tone: game.suggested ? "light" : "paper"
    usable: game.usable
    stacked: true
    iconSize: 60
    words: 32
    Row {
        visible: button.usable
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 12 * Theme.u
        Repeater {
            model: button.game.grade
            Art {
                name: "icon/star-full"
                width: Math.round(32 * Theme.u)
                height: width
            }
        }
    }
}
