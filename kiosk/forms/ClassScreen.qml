pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import kiosk.ui

// A class does its forms: up to four children at once, each in a place of its own; between them what is everybody's.
Item {
    id: screen
    required property ClassViewModel viewModel
    readonly property var shares: viewModel.shares
    readonly property int columns: shares.columns || 1
    readonly property int rows: shares.rows || 1
    // Whether the upper places stand upside down, for children on the other side of a lying screen.
    property bool turned: shares.turn || false
    signal worryTapped
    signal staffTapped
    signal pinyinTapped

    function measure(): void {
        viewModel?.screenIs(width, height, Theme.pixelsPerMillimetre);
    }
    onWidthChanged: measure()
    onHeightChanged: measure()
    Component.onCompleted: measure()

    Scene {
        anchors.fill: parent
        veil: 0.72
        picture: "canal"
    }
    Item {
        id: stage
        readonly property real edge: 16 * Theme.u
        readonly property real between: (Theme.upright ? 176 : 208) * Theme.u
        readonly property real sideWidth: Theme.upright ? (width - (screen.columns + 1) * edge) / screen.columns : screen.columns === 1 ? width - between - 3 * edge : (width - between - 4 * edge) / 2
        readonly property real sideHeight: Theme.upright ? (screen.rows === 1 ? height - between - 3 * edge : (height - between - 4 * edge) / 2) : (height - (screen.rows + 1) * edge) / screen.rows
        width: screen.width / scale
        height: screen.height / scale
        scale: screen.shares.scale || 1
        transformOrigin: Item.TopLeft

        Repeater {
            model: screen.viewModel.places
            Quarter {
                required property int index
                required property var modelData
                readonly property int column: index % screen.columns
                readonly property int row: screen.rows - 1 - Math.floor(index / screen.columns)
                quarter: modelData as QuarterViewModel
                number: index + 1
                width: stage.sideWidth
                height: stage.sideHeight
                x: column === 0 ? stage.edge : stage.width - stage.edge - width
                y: row === 0 ? stage.edge : stage.height - stage.edge - height
                rotation: screen.turned && screen.rows > 1 && row === 0 ? 180 : 0
            }
        }
        ClassCentre {
            viewModel: screen.viewModel
            x: Theme.upright ? 0 : screen.columns === 1 ? stage.width - width - stage.edge : (stage.width - width) / 2
            y: Theme.upright ? (screen.rows === 1 ? stage.height - height : (stage.height - height) / 2) : 0
            width: Theme.upright ? stage.width : stage.between
            height: Theme.upright ? stage.between : stage.height
            turnable: screen.rows > 1
            onWorryTapped: screen.worryTapped()
            onStaffTapped: screen.staffTapped()
            onPinyinTapped: screen.pinyinTapped()
            onTurnTapped: screen.turned = !screen.turned
        }
    }
}
