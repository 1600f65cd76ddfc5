pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// One band cut into its parts, names and numbers below: `{label, told, share, colour}`.
Item {
    id: shares
    property var parts: []

    Row {
        width: parent.width
        spacing: 4 * Theme.u
        Repeater {
            model: shares.parts
            Rectangle {
                required property var modelData
                visible: modelData.share > 0
                width: Math.max(12 * Theme.u, (shares.width - 8 * Theme.u) * modelData.share)
                height: 48 * Theme.u
                radius: 10 * Theme.u
                color: modelData.colour
            }
        }
    }
    Row {
        y: 60 * Theme.u
        spacing: 28 * Theme.u
        Repeater {
            model: shares.parts
            Row {
                id: part
                required property var modelData
                spacing: 10 * Theme.u
                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    width: 22 * Theme.u
                    height: width
                    radius: width / 2
                    color: part.modelData.colour
                }
                Txt {
                    text: qsTr("%1 %2").arg(part.modelData.label).arg(part.modelData.told)
                    size: 28
                    wrap: false
                }
            }
        }
    }
}
