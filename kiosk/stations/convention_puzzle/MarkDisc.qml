import QtQuick
import kiosk.ui

// 要 or 不: the sign before half a line.
Rectangle {
    id: disc
    required property string mark
    property real side: 64 * Theme.u
    visible: mark !== ""
    width: side
    height: side
    radius: side / 2
    color: mark === "不" ? Theme.coralDeep : Theme.jadeDeep
    border.width: Math.max(2, 5 * Theme.u)
    border.color: Theme.ink
    Txt {
        anchors.centerIn: parent
        text: disc.mark
        ruby: false
        size: disc.side / Theme.u * 0.56
        bold: true
        wrap: false
        color: Theme.white
    }
}
