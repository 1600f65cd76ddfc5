import QtQuick
import kiosk.ui

// Something that happens: its picture and what happens; `mini`, once it is sorted, only its picture.
Item {
    id: item
    property color face: Theme.paper
    property color shade: Theme.paperShade
    property color ring: "transparent"
    property string text: ""
    property string picture: ""
    property bool mini: false

    Card {
        anchors.fill: parent
        visible: !item.mini
        face: item.face
        shade: item.shade
        corner: 24 * Theme.u
        Txt {
            x: 116 * Theme.u
            y: 8 * Theme.u
            width: parent.width - x - 20 * Theme.u
            height: parent.height - 16 * Theme.u
            text: item.text
            size: 32
            fit: true
        }
    }
    Rectangle {
        visible: !item.mini
        anchors.fill: parent
        anchors.margins: -10 * Theme.u
        radius: 34 * Theme.u
        color: "transparent"
        border.width: 8 * Theme.u
        border.color: item.ring
    }
    Rectangle {
        id: disc
        x: item.mini ? 0 : 20 * Theme.u
        y: (item.height - height) / 2 - (item.mini ? 0 : 5 * Theme.u)
        width: (item.mini ? 76 : 88) * Theme.u
        height: width
        radius: width / 2
        color: item.mini ? Theme.white : Theme.skySoft
        border.width: Math.max(2, 4 * Theme.u)
        border.color: Theme.ink
        Image {
            anchors.centerIn: parent
            width: Math.round(parent.width * 0.7)
            height: width
            source: item.picture
            sourceSize: Qt.size(width, height)
            fillMode: Image.PreserveAspectFit
        }
    }
}
