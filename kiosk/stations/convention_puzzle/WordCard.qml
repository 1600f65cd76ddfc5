import QtQuick
import kiosk.ui

// A word to place.
Card {
    id: card
    property color ring: "transparent"
    property string text: ""
    property real size: 40
    corner: 24 * Theme.u
    Txt {
        anchors.fill: parent
        text: card.text
        size: card.size
        bold: true
        centred: true
        wrap: false
    }
    Rectangle {
        z: -1
        x: -card.contour - 10 * Theme.u
        y: x
        width: card.width + 20 * Theme.u
        height: card.height + 20 * Theme.u
        radius: card.corner + 10 * Theme.u
        color: "transparent"
        border.width: 8 * Theme.u
        border.color: card.ring
    }
}
