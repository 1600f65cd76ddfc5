pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The photographed sheet, straightened; rings where an answer was read, and the row that is asked about in light.
Item {
    id: picture
    property var paper: ({})
    readonly property real ring: width * 0.042
    readonly property real row: height * 0.0687

    Rectangle {
        anchors.fill: parent
        color: Theme.white
    }
    Image {
        anchors.fill: parent
        source: picture.paper.picture ?? ""
        cache: false
    }
    Rectangle {
        visible: (picture.paper.focus ?? -1) >= 0
        x: parent.width * 0.44
        y: parent.height * (picture.paper.focus ?? 0) - height / 2
        width: parent.width * 0.46
        height: picture.row
        radius: height / 3
        color: "transparent"
        border.width: 6 * Theme.u
        border.color: picture.paper.doubt ? Theme.coral : Theme.jade
    }
    Repeater {
        model: picture.paper.rows ?? []
        Item {
            id: mark
            required property var modelData
            width: picture.width
            y: picture.height * modelData.y
            Rectangle {
                visible: mark.modelData.x >= 0
                x: picture.width * mark.modelData.x - width / 2
                y: -height / 2
                width: picture.ring
                height: width
                radius: width / 2
                color: "transparent"
                border.width: 5 * Theme.u
                border.color: mark.modelData.doubt ? Theme.coral : Theme.jade
            }
            Art {
                visible: mark.modelData.doubt
                x: picture.width * 0.9
                y: -height / 2
                width: Math.round(picture.row * 0.8)
                height: width
                name: "icon/warning"
            }
        }
    }
    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.width: 4 * Theme.u
        border.color: Theme.ink
    }
}
