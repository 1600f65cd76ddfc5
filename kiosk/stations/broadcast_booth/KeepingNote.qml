import QtQuick
import kiosk.ui

// What becomes of a take, as the base has really set it.
Rectangle {
    id: note
    property string words: ""
    implicitHeight: (Theme.pinyin ? 84 : 64) * Theme.u
    radius: 20 * Theme.u
    color: Theme.glowSoft
    Txt {
        anchors.fill: parent
        anchors.margins: 6 * Theme.u
        text: note.words
        size: 32
        fit: true
        centred: true
    }
}
