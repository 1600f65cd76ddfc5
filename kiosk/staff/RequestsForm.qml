pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A new request: whose (the form's number, or three pictures), and what is asked for.
Item {
    id: board
    required property RequestsEntry entry
    readonly property real half: Theme.upright ? width : width * 0.46
    readonly property real handleHeight: Theme.upright ? height - 420 * Theme.u - turn.height - Theme.gutter : height
    readonly property real side: Theme.upright ? 0 : half + Theme.gutter
    readonly property real under: Theme.upright ? turn.y + turn.height + Theme.gutter : 0
    readonly property int columns: 2
    readonly property int lines: 2
    readonly property real room: (Theme.upright ? height : turn.y - 16 * Theme.u) - under

    ConsentsPad {
        visible: !board.entry.byCode
        width: board.half
        height: board.handleHeight
        number: board.entry.number
        asked: qsTr("同意书编号，只输数字")
        onPressed: digit => board.entry.press(digit)
        onErased: board.entry.erase()
        onCleared: board.entry.clear()
    }
    Loader {
        active: board.entry.byCode
        width: board.half
        height: board.handleHeight
        sourceComponent: RequestsCode {
            entry: board.entry
        }
    }
    BigButton {
        id: turn
        objectName: "turn"
        x: board.side
        y: Theme.upright ? board.handleHeight + Theme.gutter : board.height - height
        width: board.width - x
        words: 34
        icon: "refresh"
        label: board.entry.byCode ? qsTr("用同意书编号") : qsTr("没有编号，用回来码")
        onTapped: board.entry.turn()
    }
    Grid {
        x: board.side
        y: board.under
        columns: board.columns
        spacing: 16 * Theme.u
        Repeater {
            model: board.entry.rights
            ConsentsKind {
                required property var modelData
                objectName: "right-" + modelData.key
                width: (board.width - board.side - (board.columns - 1) * 16 * Theme.u) / board.columns
                height: (board.room - (board.lines - 1) * 16 * Theme.u) / board.lines
                kind: modelData
                onTapped: board.entry.choose(modelData.key)
            }
        }
    }
}
