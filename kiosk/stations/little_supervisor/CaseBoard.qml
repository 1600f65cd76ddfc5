pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// 处理进度: who takes care of what was handed on, and how far it has come.
Card {
    id: board
    required property string title
    required property string empty
    required property var slips
    readonly property real gap: 10 * Theme.u
    face: Theme.glowSoft
    shade: Theme.glowShade
    contour: Math.max(2, 5 * Theme.u)

    Txt {
        id: head
        x: 24 * Theme.u
        y: 12 * Theme.u
        text: board.title
        size: 32
        bold: true
        wrap: false
    }
    Txt {
        visible: board.slips.length === 0
        x: head.x
        y: slips.y
        width: parent.width - 2 * x
        height: board.innerHeight - y - 14 * Theme.u
        text: board.empty
        size: 30
        fit: true
        color: Theme.ink2
    }
    Item {
        id: slips
        readonly property real high: (height - 2 * board.gap) / 3
        x: 14 * Theme.u
        y: head.y + head.implicitHeight + 10 * Theme.u
        width: parent.width - 2 * x
        height: board.innerHeight - y - 14 * Theme.u
        Repeater {
            model: board.slips
            CaseSlip {
                required property int index
                required property var modelData
                slip: modelData
                width: slips.width
                height: slips.high
                y: index * (height + board.gap)
            }
        }
    }
}
