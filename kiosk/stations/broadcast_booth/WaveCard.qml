pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What was heard in the last moments, and the meter.
DeepCard {
    id: card
    required property SoundViewModel sound
    readonly property var wave: sound.wave
    readonly property real inset: 150 * Theme.u
    readonly property real across: (width - inset - 56 * Theme.u) / sound.bars
    readonly property real high: innerHeight - meter.height - 24 * Theme.u
    Art {
        x: 42 * Theme.u
        y: 22 * Theme.u
        name: "icon/microphone"
        color: "ffffff"
        width: Math.round(70 * Theme.u)
        height: width
    }
    Txt {
        x: 20 * Theme.u
        y: 100 * Theme.u
        width: 114 * Theme.u
        height: card.innerHeight - y - 20 * Theme.u
        text: qsTr("声音")
        size: 32
        fit: true
        centred: true
        color: Theme.white
    }
    Repeater {
        model: card.sound.bars
        Rectangle {
            required property int index
            readonly property bool heard: index < card.wave.length
            x: card.inset + index * card.across
            y: 10 * Theme.u + (card.high - height) / 2
            width: Math.max(2, card.across * (heard ? 0.55 : 0.4))
            height: heard ? Math.max(width, card.wave[index] * card.high) : width
            radius: width / 2
            color: heard ? Theme.light : Theme.pillEdge
        }
    }
    Rectangle {
        visible: card.wave.length > 0
        x: card.inset + card.wave.length * card.across
        y: 6 * Theme.u
        width: Math.max(2, 4 * Theme.u)
        height: card.high + 8 * Theme.u
        color: Theme.lantern
    }
    Meter {
        id: meter
        sound: card.sound
        x: card.inset
        y: card.innerHeight - height - 4 * Theme.u
        width: card.sound.bars * card.across
        height: (Theme.pinyin ? 104 : 86) * Theme.u
    }
}
