import QtQuick
import kiosk.ui

// The question itself.
Card {
    id: card
    required property string stem
    property var overrides: ({})
    property string player: ""
    property int number: 0
    // Room that the words may take at most, in pixels.
    property real tallest: 400 * Theme.u
    implicitHeight: Math.min(tallest, Math.max(132 * Theme.u, words.implicitHeight + 60 * Theme.u))
    readonly property real oneLine: Math.floor((width / Theme.u - 84) / stem.length)
    Txt {
        id: words
        x: 32 * Theme.u
        y: 16 * Theme.u
        width: parent.width - 2 * x
        height: parent.height - 2 * y
        text: card.stem
        size: card.stem.length > 90 ? 32 : Theme.pinyin ? 38 : card.oneLine >= 36 ? Math.min(44, card.oneLine) : 40
        bold: card.stem.length <= 90
        fit: true
        overrides: card.overrides
    }
}
