pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Registering a form: its number, the day, a class, and which of the four boxes are ticked on the paper.
Item {
    id: board
    required property ConsentsEntry entry
    readonly property real padWidth: Theme.upright ? width : width * 0.33
    readonly property real side: Theme.upright ? 0 : padWidth + Theme.gutter
    readonly property real boxHeight: Math.min(200 * Theme.u, ((Theme.upright ? pad.y - Theme.gutter : height) - boxes.y - 12 * Theme.u) / 2)
    readonly property real cell: (width - side - 12 * Theme.u) / 2

    ConsentsPad {
        id: pad
        y: Theme.upright ? parent.height - height : 0
        width: board.padWidth
        height: Theme.upright ? implicitHeight : parent.height
        number: board.entry.number
        asked: qsTr("纸上的编号，只输数字")
        onPressed: digit => board.entry.press(digit)
        onErased: board.entry.erase()
        onCleared: board.entry.clear()
    }
    Column {
        id: steps
        x: board.side
        width: parent.width - x
        spacing: 12 * Theme.u
        ConsentsStep {
            width: parent.width
            name: qsTr("哪天签的")
            prefix: "day"
            value: board.entry.signed
            onUsable: !board.entry.isToday
            onStepped: direction => board.entry.stepDay(direction)
        }
        ConsentsStep {
            visible: board.entry.hasClasses
            width: parent.width
            name: qsTr("班级（可以不填）")
            prefix: "class"
            value: board.entry.className
            onStepped: direction => board.entry.stepClass(direction)
        }
    }
    Grid {
        id: boxes
        x: board.side
        y: steps.height + 12 * Theme.u
        columns: 2
        spacing: 12 * Theme.u
        Repeater {
            model: board.entry.kinds
            ConsentsKind {
                required property var modelData
                objectName: "kind-" + modelData.key
                width: board.cell
                height: board.boxHeight
                kind: modelData
                onTapped: board.entry.toggle(modelData.key)
            }
        }
    }
}
