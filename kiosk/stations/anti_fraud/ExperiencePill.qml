import QtQuick
import kiosk.ui

// What the visit has learned to see: a bar that fills up to the next step.
Pill {
    id: pill
    required property string words
    required property real share
    implicitWidth: row.width + 64 * Theme.u
    Row {
        id: row
        anchors.centerIn: parent
        spacing: 16 * Theme.u
        Art {
            anchors.verticalCenter: parent.verticalCenter
            name: "icon/star-full"
            width: Math.round(48 * Theme.u)
            height: width
        }
        Txt {
            anchors.verticalCenter: parent.verticalCenter
            text: pill.words
            size: 32
            wrap: false
            color: Theme.paper
        }
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: 150 * Theme.u
            height: 28 * Theme.u
            radius: height / 2
            color: Theme.deckShade
            border.width: Math.max(1, 3 * Theme.u)
            border.color: Theme.pillEdge
            Rectangle {
                x: parent.border.width
                y: x
                width: Math.max(height, (parent.width - 2 * x) * pill.share)
                height: parent.height - 2 * y
                radius: height / 2
                visible: pill.share > 0
                color: Theme.light
            }
        }
    }
}
