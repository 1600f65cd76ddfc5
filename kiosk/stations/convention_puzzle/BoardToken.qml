import QtQuick
import kiosk.ui

// Fixed words of a sentence with gaps: a sign, words, or both.
Item {
    id: item
    required property var token
    required property real size
    x: token.x
    y: token.y
    width: token.width
    height: token.height
    MarkDisc {
        id: sign
        mark: item.token.mark
        side: Math.min(item.width, item.size * 1.5 * Theme.u)
        anchors.verticalCenter: parent.verticalCenter
    }
    Txt {
        visible: item.token.text !== ""
        anchors.fill: parent
        text: item.token.text
        size: item.size
        bold: true
        centred: true
        wrap: false
    }
}
