pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// One half of a pair with the empty place for the other: below it, or beside it on an upright screen. Its lantern hangs
// from the beam.
Item {
    id: pair
    required property var place
    required property int number
    required property real beam
    required property string hereLabel
    readonly property bool done: place.praised ?? false
    readonly property real headWidth: Theme.upright ? width / 2 : width
    readonly property real headHeight: Theme.upright ? height : height / 2
    objectName: "place-" + number
    signal tapped
    Accessible.role: Accessible.Button
    Accessible.name: place.mark + place.text

    Repeater {
        model: pair.beam > 0 ? [0.18, 0.82] : []
        Rectangle {
            required property real modelData
            x: pair.width * modelData
            y: 74 * Theme.u - pair.beam
            width: 8 * Theme.u
            height: pair.beam - 70 * Theme.u
            color: Theme.ink
        }
    }
    Outline {
        visible: !(pair.place.full ?? false)
        x: pair.width - width
        y: pair.height - height
        width: pair.headWidth
        height: pair.headHeight
        opacity: (pair.place.closed ?? false) ? 0.4 : 1
        ground: pair.place.lit ? Qt.alpha(Theme.light, 0.35) : Qt.alpha(Theme.deepest, 0.3)
        line: pair.place.lit ? Theme.light : Theme.glowLight
    }
    Txt {
        visible: !(pair.place.full ?? false)
        x: pair.width - width + (Theme.upright ? -24 * Theme.u : -16 * Theme.u)
        y: pair.height - height - 12 * Theme.u
        width: pair.headWidth - (Theme.upright ? 64 : 32) * Theme.u
        height: pair.headHeight - (Theme.upright ? 24 : 56) * Theme.u
        text: pair.place.ghost || pair.hereLabel
        size: 34
        centred: true
        fit: true
        color: pair.place.ghost ? Theme.light : Theme.glowLight
    }
    TabCard {
        id: head
        width: pair.headWidth
        height: pair.headHeight
        tab: Theme.upright ? "right" : "bottom"
        face: pair.done ? Theme.jadeSoft : Theme.paper
        shade: pair.done ? Theme.skyShade : Theme.paperShade
        mark: pair.place.mark
        text: pair.place.text
    }
    Art {
        visible: pair.beam > 0
        name: pair.done ? "lantern" : "lantern-off"
        width: Math.round(124 * Theme.u)
        height: width
        anchors.horizontalCenter: parent.horizontalCenter
        y: -pair.beam - 12 * Theme.u
    }
    Art {
        visible: Theme.upright && pair.place.text.length <= 20
        name: pair.done ? "lantern" : "lantern-off"
        width: Math.round(72 * Theme.u)
        height: width
        x: pair.headWidth - width - 4 * Theme.u
        y: -18 * Theme.u
    }
    Tap {
        guarded: false
        onHit: pair.tapped()
    }
}
