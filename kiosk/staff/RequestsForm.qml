pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A new request: whose (the form's number, or three pictures), and what is asked for.
Item {
    id: board
    required property RequestsEntry entry
    readonly property real half: Theme.upright ? width : width * 0.46
    readonly property real handleHeight: Theme.upright ? (height - Theme.gutter) * 0.6 : height
    readonly property real side: Theme.upright ? 0 : half + Theme.gutter
    readonly property real under: Theme.upright ? handleHeight + Theme.gutter : 0

    ConsentsPad {
        visible: !board.entry.byCode
        width: board.half
        height: board.handleHeight - turn.height - Theme.gutter
        number: board.entry.number
        asked: qsTr("同意书编号，只输数字")
        onPressed: digit => board.entry.press(digit)
        onErased: board.entry.erase()
        onCleared: board.entry.clear()
    }
    Loader {
        active: board.entry.byCode
        width: board.half
        height: board.handleHeight - turn.height - Theme.gutter
        sourceComponent: RequestsCode {
            entry: board.entry
        }
    }
    BigButton {
        id: turn
        objectName: "turn"
        y: board.handleHeight - height
        width: board.half
        words: 34
        icon: "refresh"
        label: board.entry.byCode ? qsTr("用同意书编号") : qsTr("没有编号，用回来码")
        onTapped: board.entry.turn()
    }
    Grid {
        x: board.side
        y: board.under
        columns: Theme.upright ? 2 : 1
        spacing: 16 * Theme.u
        Repeater {
            model: board.entry.rights
            ConsentsKind {
                required property var modelData
                objectName: "right-" + modelData.key
                width: Theme.upright ? (board.width - 16 * Theme.u) / 2 : board.width - board.side
                height: Theme.upright ? (board.height - board.under - 16 * Theme.u) / 2 : (board.height - 48 * Theme.u) / 4
                kind: modelData
                onTapped: board.entry.choose(modelData.key)
            }
        }
    }
}
