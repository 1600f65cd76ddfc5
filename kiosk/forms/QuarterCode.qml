pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Three places and sixteen pictures: what stands on the child's card. It is forgotten as soon as it was looked up.
Item {
    id: view
    required property QuarterViewModel quarter
    required property string prefix
    readonly property bool wide: width > height
    readonly property int columns: wide ? 8 : 4
    readonly property real gap: 12 * Theme.u
    readonly property real above: wide ? slots.height : note.y + note.height
    readonly property real tile: Math.min((width - (columns - 1) * gap) / columns, (height - above - 2 * gap) / (16 / columns) - gap)

    Row {
        id: slots
        x: view.wide ? 0 : (view.width - width) / 2
        spacing: view.gap
        Repeater {
            model: view.quarter.code
            Rectangle {
                id: slot
                required property string modelData
                required property int index
                width: Math.min(120 * Theme.u, view.width / 6)
                height: width
                radius: 20 * Theme.u
                color: modelData === "" ? Theme.noteGround : Theme.glowSoft
                border.width: Math.max(2, 4 * Theme.u)
                border.color: Theme.ink
                Art {
                    visible: slot.modelData !== ""
                    anchors.centerIn: parent
                    name: visible ? "code-" + slot.modelData : ""
                    width: Math.round(parent.width * 0.8)
                    height: width
                }
                Txt {
                    visible: slot.modelData === ""
                    anchors.centerIn: parent
                    text: slot.index + 1
                    ruby: false
                    size: 44
                    bold: true
                    wrap: false
                    color: Theme.ink2
                }
            }
        }
    }
    Txt {
        id: note
        x: view.wide ? slots.width + 24 * Theme.u : 0
        y: view.wide ? 0 : slots.height + view.gap
        width: view.width - x
        height: view.wide ? slots.height : Math.min(implicitHeight, 130 * Theme.u)
        centred: !view.wide
        text: view.quarter.note
        size: 32
        bold: true
        fit: true
        color: Theme.light
    }
    Grid {
        x: (view.width - width) / 2
        y: view.above + 2 * view.gap
        columns: view.columns
        spacing: view.gap
        Repeater {
            model: view.quarter.pictures
            Card {
                id: picture
                required property string modelData
                objectName: view.prefix + "code-" + modelData
                width: view.tile
                height: view.tile
                face: view.quarter.code.includes(modelData) ? Theme.light : Theme.paper
                sink: finger.down ? band : 0
                Accessible.role: Accessible.Button
                Accessible.name: modelData
                Art {
                    anchors.centerIn: parent
                    name: "code-" + picture.modelData
                    width: Math.round(view.tile * 0.74)
                    height: width
                }
                Tap {
                    id: finger
                    guarded: false
                    onHit: view.quarter.enterPicture(picture.modelData)
                }
            }
        }
    }
}
