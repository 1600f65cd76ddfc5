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
    Pill {
        visible: table.viewModel.notice !== "" && table.viewModel.phase === "picture"
        anchors.horizontalCenter: board.horizontalCenter
        anchors.bottom: board.bottom
        anchors.bottomMargin: 24 * Theme.u
        text: table.viewModel.notice
    }
}
