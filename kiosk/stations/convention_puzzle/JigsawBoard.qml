import QtQuick
import kiosk.ui

// Where the picture comes to lie: a frame, and in it the faint picture where the child wants it.
Item {
    id: board
    required property JigsawViewModel viewModel
    readonly property JigsawHelper helper: viewModel.helper as JigsawHelper
    readonly property var place: viewModel.board
    readonly property real frame: 18 * Theme.u
    x: place.x ?? 0
    y: place.y ?? 0
    width: place.width ?? 0
    height: place.height ?? 0
    visible: width > 0

    Rectangle {
        anchors.fill: parent
        anchors.margins: -board.frame
        radius: 20 * Theme.u
        color: Theme.ink
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -board.frame + Theme.line
        radius: 14 * Theme.u
        color: Theme.paperShade
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -Math.max(1, 3 * Theme.u)
        color: Theme.ink
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.deepest
    }
    Image {
        anchors.fill: parent
        visible: board.helper.ghost && board.viewModel.phase === "play"
        source: board.viewModel.images === "" ? "" : board.viewModel.images + (board.viewModel.lines ? "ghost-lines" : "ghost")
        smooth: false
        cache: false
    }
    Image {
        objectName: "jigsaw-picture"
        anchors.fill: parent
        visible: board.viewModel.phase === "picture"
        source: board.viewModel.images === "" ? "" : board.viewModel.images + "picture"
        smooth: false
        cache: false
    }
}
