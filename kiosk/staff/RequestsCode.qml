pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The class and the three pictures of a return-code card, in their order.
Item {
    id: board
    required property RequestsEntry entry
    readonly property int columns: Theme.upright ? 6 : 4
    readonly property int lines: Math.ceil(16 / columns)
    readonly property real gap: 12 * Theme.u
    readonly property real tile: Math.min((width - (columns - 1) * gap) / columns, (height - step.height - lines * gap) / lines)

    ConsentsStep {
        id: step
        width: parent.width
        name: qsTr("班级")
        prefix: "class"
        value: board.entry.className
        onStepped: direction => board.entry.stepClass(direction)
    }
    Grid {
        x: (parent.width - width) / 2
        y: step.height + board.gap
        columns: board.columns
        spacing: board.gap
        Repeater {
            model: board.entry.pictures
            Rectangle {
                id: tile
                required property var modelData
                objectName: "picture-" + modelData.key
                width: board.tile
                height: width
                radius: 20 * Theme.u
                color: modelData.place > 0 ? Theme.light : Theme.paper
                border.width: Math.max(2, 4 * Theme.u)
                border.color: Theme.ink
                Art {
                    anchors.centerIn: parent
                    name: "code-" + tile.modelData.key
                    width: Math.round(parent.width * 0.78)
                    height: width
                }
                Rectangle {
                    visible: tile.modelData.place > 0
                    x: 6 * Theme.u
                    y: 6 * Theme.u
                    width: 46 * Theme.u
                    height: width
                    radius: width / 2
                    color: Theme.white
                    border.width: Math.max(2, 3 * Theme.u)
                    border.color: Theme.ink
                    Txt {
                        anchors.centerIn: parent
                        text: tile.modelData.place
                        size: 30
                        bold: true
                        wrap: false
                    }
                }
                Tap {
                    guarded: false
                    onHit: board.entry.touchPicture(tile.modelData.key)
                }
            }
        }
    }
}
