import QtQuick
import kiosk.ui

// A list that is drawn with the finger; a bar at its right edge shows where one is.
ListView {
    id: list
    spacing: 16 * Theme.u
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    Rectangle {
        visible: list.visibleArea.heightRatio < 1
        parent: list
        anchors.right: parent.right
        y: list.visibleArea.yPosition * list.height
        width: 10 * Theme.u
        height: list.visibleArea.heightRatio * list.height
        radius: width / 2
        color: Theme.ink2
        opacity: 0.6
    }
}
