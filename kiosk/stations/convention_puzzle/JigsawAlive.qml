pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The picture is whole: its seams vanish, light runs over it, fireflies rise, and 萤萤 is glad.
Item {
    id: alive
    required property JigsawViewModel viewModel
    required property Item board
    readonly property bool whole: viewModel.phase === "whole"
    x: board.x
    y: board.y
    width: board.width
    height: board.height
    visible: whole
    onWholeChanged: if (whole)
        show.restart()

    Image {
        id: picture
        objectName: "jigsaw-whole"
        anchors.fill: parent
        source: alive.whole && alive.viewModel.images !== "" ? alive.viewModel.images + "picture" : ""
        smooth: false
        cache: false
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -18 * Theme.u
        color: "transparent"
        radius: 20 * Theme.u
        border.width: 12 * Theme.u
        border.color: Theme.light
    }
    Item {
        anchors.fill: parent
        clip: true
        Rectangle {
            id: ray
            width: alive.width * 0.16
            height: alive.height * 1.6
            y: -alive.height * 0.3
            x: -2 * width
            rotation: 18
            visible: show.running
            gradient: Gradient {
                orientation: Gradient.Horizontal
                GradientStop {
                    position: 0
                    color: Qt.alpha(Theme.white, 0)
                }
                GradientStop {
                    position: 0.5
                    color: Qt.alpha(Theme.white, 0.55)
                }
                GradientStop {
                    position: 1
                    color: Qt.alpha(Theme.white, 0)
                }
            }
        }
        Repeater {
            model: Theme.calm ? 0 : 12
            JigsawFirefly {
                required property int index
                number: index
                started: alive.whole
                ground: Qt.size(alive.width, alive.height)
            }
        }
    }
    Art {
        id: guide
        name: "yingying-cheer"
        width: Math.round(230 * Theme.u)
        height: width
        x: alive.width - width * 0.7
        y: alive.height - height * 0.86
        transformOrigin: Item.Bottom
    }
    ParallelAnimation {
        id: show
        NumberAnimation {
            target: picture
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.reveal * 1.5
        }
        NumberAnimation {
            target: ray
            property: "x"
            from: -2 * ray.width
            to: alive.width + ray.width
            duration: Theme.calm ? 0 : 1400
            easing.type: Easing.InOutQuad
        }
        NumberAnimation {
            target: guide
            property: "scale"
            from: Theme.calm ? 1 : 0.3
            to: 1
            duration: Theme.reveal
            easing.type: Easing.OutBack
        }
    }
}
