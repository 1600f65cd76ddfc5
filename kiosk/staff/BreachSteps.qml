pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The steps of one incident, in their order: what to do, how long there is; a touch puts a step on record.
Item {
    id: board
    required property BreachViewModel viewModel
    readonly property int columns: Theme.upright ? 1 : 2
    readonly property int lines: Math.ceil(viewModel.steps.length / columns)

    Grid {
        columns: board.columns
        flow: Grid.TopToBottom
        rows: board.lines
        spacing: 16 * Theme.u
        Repeater {
            model: board.viewModel.steps
            BreachStep {
                required property var modelData
                required property int index
                width: (board.width - (board.columns - 1) * 16 * Theme.u) / board.columns
                height: (board.height - (board.lines - 1) * 16 * Theme.u) / board.lines
                step: modelData
                number: index + 1
                mayAct: board.viewModel.mayAct
                onTapped: board.viewModel.do(modelData.key)
            }
        }
    }
}
