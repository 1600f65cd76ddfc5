import QtQuick

// A player's number with a shape and a colour of its own.
Item {
    id: mark
    required property int player
    property real side: 72 * Theme.u
    width: side
    height: side
    Rectangle {
        anchors.centerIn: parent
        width: parent.width * (mark.player === 2 ? 0.78 : 0.94)
        height: width
        radius: [0, width / 2, 6 * Theme.u, 10 * Theme.u, width * 0.32][mark.player]
        rotation: mark.player === 2 ? 45 : 0
        color: [Theme.paper, Theme.skySoft, Theme.lilacSoft, Theme.glowSoft, Theme.rose][mark.player]
        border.width: Math.max(2, 4 * Theme.u)
        border.color: Theme.ink
    }
    Txt {
        anchors.centerIn: parent
        text: mark.player
        ruby: false
        bold: true
        size: mark.side / Theme.u * 0.52
        wrap: false
    }
}
