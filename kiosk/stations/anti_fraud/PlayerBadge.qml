import QtQuick
import kiosk.ui

// Whose turn it is: a number with a shape and a colour of its own, and the words beside or below it.
Grid {
    id: badge
    required property int player
    required property string text
    property bool stacked: false
    visible: player > 0
    columns: stacked ? 1 : 2
    rows: stacked ? 2 : 1
    spacing: (stacked ? 4 : 16) * Theme.u
    horizontalItemAlignment: Grid.AlignHCenter
    verticalItemAlignment: Grid.AlignVCenter
    Item {
        width: 64 * Theme.u
        height: width
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
            size: 36
            wrap: false
        }
    }
    Txt {
        text: badge.text
        size: badge.stacked ? 28 : 36
        bold: true
        wrap: false
        color: badge.stacked ? Theme.ink : Theme.light
    }
}
