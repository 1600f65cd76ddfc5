import QtQuick
import kiosk.ui

// After a shared screen, what was best about one child's own run. No numbers: nobody is compared.
Card {
    id: card
    required property var child
    PlayerBadge {
        id: badge
        x: 24 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        player: card.child.player
        text: ""
    }
    Txt {
        x: badge.x + 88 * Theme.u
        width: lantern.x - x - 16 * Theme.u
        height: parent.height
        text: card.child.praise
        size: 34
        bold: true
        fit: true
    }
    Art {
        id: lantern
        anchors.right: parent.right
        anchors.rightMargin: 20 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        name: "lantern"
        width: Math.round(76 * Theme.u)
        height: width
    }
}
