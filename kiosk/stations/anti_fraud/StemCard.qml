import QtQuick
import kiosk.ui

// The question itself.
Card {
    id: card
    required property string stem
    // How wide the words are, in heights of a Chinese character.
    property real ems: stem.length
    readonly property bool wordy: ems > 90
    property var overrides: ({})
    property int player: 0
    property string playerText: ""
    // Room that the words may take at most, in pixels.
    property real tallest: 400 * Theme.u
    implicitHeight: Math.min(tallest, Math.max(132 * Theme.u, words.implicitHeight + 60 * Theme.u))
    readonly property real oneLine: Math.floor((words.width / Theme.u - 8) / ems)
    PlayerBadge {
        id: badge
        x: 24 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        player: card.player
        text: card.playerText
        stacked: true
    }
    Txt {
        id: words
        x: 32 * Theme.u + (badge.visible ? badge.width + 28 * Theme.u : 0)
        y: 16 * Theme.u
        width: parent.width - x - 32 * Theme.u
        height: parent.height - 2 * y
        text: card.stem
        size: card.wordy ? 32 : Theme.pinyin ? 38 : card.oneLine >= 36 ? Math.min(44, card.oneLine) : 40
        bold: !card.wordy
        fit: true
        overrides: card.overrides
    }
}
