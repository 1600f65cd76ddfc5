pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Three places and sixteen pictures. The places fill in the order of the touches; a second touch takes one back.
Card {
    id: view
    required property ReturnViewModel back
    readonly property int columns: Theme.upright ? 4 : 8
    readonly property real slot: (Theme.upright ? 190 : 176) * Theme.u
    readonly property real gap: 16 * Theme.u
    readonly property real slotsEnd: (Theme.upright ? 2 : 1) * (slot + 28 * Theme.u) + 20 * Theme.u
    readonly property real tile: Math.min((width - 80 * Theme.u - (columns - 1) * gap) / columns, (innerHeight - slotsEnd - 32 * Theme.u) / (16 / columns) - gap)

    Row {
        id: slots
        x: Theme.upright ? (view.width - width) / 2 : 40 * Theme.u
        y: 28 * Theme.u
        spacing: view.gap
        Repeater {
            model: view.back.code.slots
            Rectangle {
                id: place
                required property string modelData
                required property int index
                width: view.slot
                height: view.slot
                radius: 28 * Theme.u
                color: modelData === "" ? Theme.noteGround : Theme.glowSoft
                border.width: Math.max(2, 5 * Theme.u)
                border.color: Theme.ink
                Art {
                    visible: place.modelData !== ""
                    anchors.centerIn: parent
                    name: place.modelData === "" ? "" : "code-" + place.modelData
                    width: Math.round(parent.width * 0.8)
                    height: width
                }
                Txt {
                    visible: place.modelData === ""
                    anchors.centerIn: parent
                    text: place.index + 1
                    ruby: false
                    size: 64
                    bold: true
                    wrap: false
                    color: Theme.ink2
                }
            }
        }
    }
    Txt {
        x: Theme.upright ? 40 * Theme.u : slots.x + slots.width + 48 * Theme.u
        y: Theme.upright ? slots.y + slots.height + 16 * Theme.u : slots.y
        width: view.width - x - 48 * Theme.u
        height: view.slot
        text: view.back.note
        size: 40
        bold: true
        fit: true
        color: Theme.skyDeep
    }
    Grid {
        x: (view.width - width) / 2
        y: view.slotsEnd + 20 * Theme.u
        columns: view.columns
        spacing: view.gap
        Repeater {
            model: view.back.code.pictures
            Card {
                id: picture
                required property var modelData
                objectName: "code-" + modelData.name
                width: view.tile
                height: view.tile
                face: modelData.chosen ? Theme.light : Theme.paper
                sink: finger.down ? band : 0
                Accessible.role: Accessible.Button
                Accessible.name: modelData.name
                Art {
                    anchors.centerIn: parent
                    name: "code-" + picture.modelData.name
                    width: Math.round(view.tile * 0.76)
                    height: width
                }
                Tap {
                    id: finger
                    guarded: false
                    onHit: view.back.enter(picture.modelData.name)
                }
            }
        }
    }
}
