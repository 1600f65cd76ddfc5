import QtQuick
import kiosk.ui

// What one of the two said: the other side on the left with its face, the child on the right.
Item {
    id: line
    required property bool own
    required property string text
    required property string picture
    property var overrides: ({})
    readonly property real indent: own ? 0 : 92 * Theme.u
    readonly property real widest: width * 0.86 - indent - 56 * Theme.u
    height: Math.max(bubble.height, own ? 0 : 72 * Theme.u)

    Rectangle {
        visible: !line.own
        width: 72 * Theme.u
        height: width
        radius: width / 2
        color: Theme.coralSoft
        border.width: Math.max(2, 4 * Theme.u)
        border.color: Theme.ink
        Art {
            anchors.centerIn: parent
            name: line.own ? "" : line.picture
            width: Math.round(parent.width)
            height: width
        }
    }
    Rectangle {
        id: bubble
        x: line.own ? line.width - width : line.indent
        width: words.width + 56 * Theme.u
        height: words.height + 24 * Theme.u
        radius: 22 * Theme.u
        color: line.own ? Theme.jadeSoft : Theme.white
        border.width: Math.max(2, 4 * Theme.u)
        border.color: Theme.ink
        Txt {
            id: words
            x: 28 * Theme.u
            y: 12 * Theme.u
            width: Math.min(implicitWidth + 2, line.widest)
            height: implicitHeight
            text: line.text
            size: Theme.pinyin ? 34 : 38
            overrides: line.overrides
        }
    }
}
