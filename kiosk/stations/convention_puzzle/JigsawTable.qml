pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import kiosk.ui

// The jigsaw: board, trays and pieces, any number of fingers at once. It fills the place it is given.
Item {
    id: table
    required property JigsawViewModel viewModel
    readonly property string images: viewModel.images
    readonly property list<real> place: [width, height, Theme.u, Theme.pixelsPerMillimetre, Theme.leftHanded, Theme.calm]

    // Width and height come one after the other: cut once, when both are known.
    onPlaceChanged: Qt.callLater(lay)
    Component.onCompleted: Qt.callLater(lay)

    function lay(): void {
        viewModel.lay(table, width, height, Theme.u, Theme.pixelsPerMillimetre, Theme.leftHanded, Theme.calm);
    }

    FrameAnimation {
        running: table.viewModel.moving
        onTriggered: table.viewModel.advance(frameTime * 1000)
    }
    JigsawBoard {
        id: board
        viewModel: table.viewModel
    }
    Repeater {
        model: table.viewModel.trays
        JigsawTray {}
    }
    Item {
        id: pieces
        anchors.fill: parent
        visible: table.viewModel.phase !== "picture"
        Repeater {
            model: table.viewModel.pieces
            JigsawPiece {}
        }
    }
    JigsawGlows {
        anchors.fill: parent
        viewModel: table.viewModel
    }
    MultiPointTouchArea {
        objectName: "jigsaw-fingers"
        anchors.fill: parent
        onPressed: points => points.forEach(point => table.viewModel.press(point.pointId, point.x, point.y))
        onUpdated: points => points.forEach(point => table.viewModel.move(point.pointId, point.x, point.y))
        onReleased: points => points.forEach(point => table.viewModel.release(point.pointId, point.x, point.y))
        onCanceled: points => points.forEach(point => table.viewModel.cancel(point.pointId))
    }
    Repeater {
        model: table.viewModel.trays
        JigsawTurner {
            viewModel: table.viewModel
        }
    }
    JigsawAlive {
        board: board
        viewModel: table.viewModel
    }
    JigsawChoice {
        readonly property var tray: onPicture ? null : table.viewModel.trays[0] ?? null
        visible: table.viewModel.phase === "picture" && board.visible
        onPicture: table.viewModel.trays.length > 1
        narrow: !onPicture && !Theme.upright
        x: tray ? tray.x + (tray.width - width) / 2 : board.x + (board.width - width) / 2
        y: tray ? tray.y + (tray.height - height) / 2 : board.y + board.height - height - 20 * Theme.u
        width: implicitWidth
        height: implicitHeight
        notice: table.viewModel.notice
        viewModel: table.viewModel.choice as JigsawChoiceModel
    }
}
