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
        readonly property int rows: Math.max(1, Math.floor((height + board.gap) / ((Theme.pinyin ? 128 : 100) * Theme.u + board.gap)))
        readonly property real high: (height - (rows - 1) * board.gap) / rows
        x: 14 * Theme.u
        y: head.y + head.implicitHeight + 10 * Theme.u
        width: parent.width - 2 * x
        height: board.innerHeight - y - 14 * Theme.u
        Repeater {
            model: board.slips.slice(0, slips.rows)
            CaseSlip {
                required property int index
                required property var modelData
                slip: modelData
                width: slips.width
                height: Math.min(slips.high, 150 * Theme.u)
                y: index * (height + board.gap)
            }
        }
    }
}
