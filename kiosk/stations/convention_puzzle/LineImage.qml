import QtQuick
import kiosk.ui

// The picture of a line, cut to its frame.
Item {
    id: picture
    property string source: ""
    Rectangle {
        anchors.fill: parent
        color: Theme.dusk
    }
    Image {
        id: image
        anchors.fill: parent
        source: picture.source
        sourceSize: Qt.size(Math.ceil(Math.max(width, height * 4 / 3)), Math.ceil(Math.max(height, width * 3 / 4)))
        fillMode: Image.PreserveAspectCrop
    }
    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.width: Math.max(2, 4 * Theme.u)
        border.color: Theme.ink
    }
}
