import QtQuick
import kiosk.ui

// A theme of the shelf; the chosen one is drawn out a little and ringed.
Item {
    id: spine
    required property var shown
    readonly property real grow: height / 330
    signal tapped
    width: Math.round(160 * grow)
    Accessible.role: Accessible.Button
    Accessible.name: shown.name
    Item {
        width: parent.width
        height: parent.height
        y: spine.shown.chosen ? -10 * Theme.u : 0
        Art {
            width: spine.width
            height: Math.round(spine.height)
            name: spine.shown.picture
        }
        Txt {
            x: 17 * spine.grow
            y: 162 * spine.grow
            width: 126 * spine.grow
            height: 106 * spine.grow
            text: spine.shown.spine
            size: spine.shown.spine.includes(" ") ? 27 : Theme.pinyin ? 33 : 38
            bold: true
            fit: true
            centred: true
        }
        Rectangle {
            visible: spine.shown.chosen
            anchors.fill: parent
            anchors.margins: -4 * Theme.u
            radius: 22 * spine.grow
            color: "transparent"
            border.width: 8 * Theme.u
            border.color: Theme.light
        }
    }
    Tap {
        onHit: spine.tapped()
    }
}
