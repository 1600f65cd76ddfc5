pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A line with its signs, one half after the other where there is room, else below each other.
Item {
    id: line
    required property var halves
    property real size: 44
    // The height that it may take, in pixels.
    property real room: 200 * Theme.u
    readonly property real wishedDisc: size * 1.36 * Theme.u
    readonly property real disc: Math.min(wishedDisc, lineHeight)
    readonly property real wish: first.implicitWidth + second.implicitWidth + 2 * wishedDisc + 60 * Theme.u
    readonly property bool beside: halves.length < 2 || wish <= width
    readonly property real lineHeight: (beside ? room : room / 2)
    height: Math.min(room, beside ? Math.max(first.implicitHeight, disc) : Math.max(first.height, disc) + Math.max(second.height, disc))

    component Half: Item {
        id: half
        required property int number
        readonly property var shown: line.halves[number] ?? {
            "mark": "",
            "text": ""
        }
        property alias implicitWidth: words.implicitWidth
        property alias implicitHeight: words.implicitHeight
        visible: number < line.halves.length
        width: line.beside && line.halves.length > 1 ? words.implicitWidth + line.disc + 24 * Theme.u : line.width
        height: visible ? Math.min(line.lineHeight, Math.max(words.implicitHeight, line.disc)) : 0
        MarkDisc {
            id: sign
            mark: half.shown.mark
            side: line.disc
            anchors.verticalCenter: parent.verticalCenter
        }
        Txt {
            id: words
            x: sign.visible ? line.disc + 12 * Theme.u : 0
            width: parent.width - x
            height: parent.height
            text: half.shown.text
            size: line.size
            bold: true
            fit: true
        }
    }
    Half {
        id: first
        number: 0
    }
    Half {
        id: second
        number: 1
        x: line.beside ? first.width : 0
        y: line.beside ? 0 : first.height
    }
}
