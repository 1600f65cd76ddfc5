pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// One request: what is kept of the child, and what can be put right.
Card {
    id: card
    required property RequestsOne one
    contour: 4 * Theme.u

    Txt {
        id: heading
        x: 40 * Theme.u
        y: 28 * Theme.u
        width: list.x - x - 16 * Theme.u
        height: 60 * Theme.u
        text: card.one.nothing ? qsTr("没有留存") : qsTr("机器里留着这些")
        size: 44
        bold: true
        fit: true
        wrap: false
    }
    BigButton {
        id: list
        objectName: "print-list"
        visible: card.one.out.canPrint && !card.one.nothing
        x: parent.width - (visible ? width + 28 * Theme.u : 0)
        y: 20 * Theme.u
        words: 32
        icon: "printer"
        label: qsTr("打印清单")
        usable: card.one.mayAnswer
        onTapped: card.one.printList()
    }
    Txt {
        objectName: "kept"
        x: 40 * Theme.u
        y: heading.y + (list.visible ? 132 : 84) * Theme.u
        width: parent.width - 80 * Theme.u
        height: (steps.visible ? steps.y : parent.height - 28 * Theme.u) - y - 16 * Theme.u
        text: card.one.lines.join("\n")
        size: 38
        fit: implicitHeight > height
    }
    Grid {
        id: steps
        readonly property real part: (width - (columns - 1) * spacing) / columns
        visible: card.one.correctable
        columns: Theme.upright ? 1 : 2
        x: 28 * Theme.u
        y: card.innerHeight - height - 20 * Theme.u
        width: parent.width - 56 * Theme.u
        spacing: 12 * Theme.u
        ConsentsStep {
            width: steps.part
            name: qsTr("哪天签的")
            prefix: "day"
            value: card.one.signed
            onStepped: direction => card.one.stepDay(direction)
        }
        ConsentsStep {
            width: steps.part
            name: qsTr("班级")
            prefix: "class"
            value: card.one.className
            onStepped: direction => card.one.stepClass(direction)
        }
    }
}
