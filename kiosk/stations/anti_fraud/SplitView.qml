pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Several children at one screen, each at a side of their own; between them what is everybody's.
Item {
    id: split
    required property AntiFraudViewModel viewModel
    readonly property ModesViewModel modes: viewModel.modes as ModesViewModel
    readonly property var shares: modes.split
    readonly property int columns: shares.columns || 1
    readonly property int rows: shares.rows || 1
    // Whether the upper sides stand upside down, for children on the other side of a lying screen.
    property bool turned: shares.turn || false
    signal leaveTapped
    signal worryTapped

    Item {
        id: stage
        readonly property real edge: 16 * Theme.u
        readonly property real between: (Theme.upright ? 176 : 208) * Theme.u
        readonly property real sideWidth: Theme.upright ? (width - (split.columns + 1) * edge) / split.columns : (width - between - 4 * edge) / 2
        readonly property real sideHeight: Theme.upright ? (height - between - 4 * edge) / 2 : (height - (split.rows + 1) * edge) / split.rows
        width: split.width / scale
        height: split.height / scale
        scale: split.shares.scale || 1
        transformOrigin: Item.TopLeft

        Repeater {
            id: places
            model: split.viewModel.sides
            SplitSide {
                required property int index
                required property var modelData
                readonly property int column: index % split.columns
                readonly property int row: split.rows - 1 - Math.floor(index / split.columns)
                side: modelData as SideViewModel
                number: index + 1
                own: !split.modes.together
                width: stage.sideWidth
                height: stage.sideHeight
                x: column === 0 ? stage.edge : stage.width - stage.edge - width
                y: row === 0 ? stage.edge : stage.height - stage.edge - height
                rotation: split.turned && split.rows > 1 && row === 0 ? 180 : 0
            }
        }
        // In each frame one of those that make something new makes one piece of it.
        Timer {
            readonly property var making: places.count > 0 ? split.viewModel.sides.map((side, index) => places.itemAt(index) as SplitSide).filter(place => place?.making) : []
            property int last: 0
            interval: 20
            repeat: true
            running: making.length > 0
            onTriggered: {
                last += 1;
                making[last % making.length].make();
            }
        }
        DrawnAhead {
            monster: split.modes.monster
            figures: split.modes.together ? [84, 128, Theme.upright ? 160 : 196] : [84, 92, 128]
        }
        // Three children leave one place of four: the guide keeps it.
        Art {
            visible: split.viewModel.sides.length === 3
            name: visible ? "yingying-wave" : ""
            width: Math.round(Math.min(stage.sideWidth, stage.sideHeight) * 0.6)
            height: width
            x: stage.width - stage.edge - (stage.sideWidth + width) / 2
            y: stage.edge + (stage.sideHeight - height) / 2
        }
        SplitCentre {
            viewModel: split.viewModel
            x: Theme.upright ? 0 : (stage.width - width) / 2
            y: Theme.upright ? (stage.height - height) / 2 : 0
            width: Theme.upright ? stage.width : stage.between
            height: Theme.upright ? stage.between : stage.height
            turnable: split.rows > 1
            onLeaveTapped: split.leaveTapped()
            onWorryTapped: split.worryTapped()
            onTurnTapped: split.turned = !split.turned
        }
    }
}
