pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Lying bars, name before and number behind: `{label, told, share}`.
Column {
    id: bars
    property var rows: []
    // So many rows the height is for, however few there are.
    property int most: 6
    readonly property real rowHeight: height / most

    Repeater {
        model: bars.rows
        Item {
            id: row
            required property var modelData
            width: bars.width
            height: bars.rowHeight
            Txt {
                id: name
                anchors.verticalCenter: parent.verticalCenter
                width: 250 * Theme.u
                height: 40 * Theme.u
                text: row.modelData.label
                size: 28
                fit: true
                wrap: false
            }
            Rectangle {
                x: name.width + 12 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x - 112 * Theme.u
                height: Math.min(30 * Theme.u, parent.height - 8 * Theme.u)
                radius: height / 2
                color: Theme.glowSoft
                Rectangle {
                    visible: row.modelData.share > 0
                    width: Math.max(height, parent.width * row.modelData.share)
                    height: parent.height
                    radius: height / 2
                    color: Theme.glow
                    border.width: 3 * Theme.u
                    border.color: Theme.ink
                }
            }
            Txt {
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                width: 100 * Theme.u
                height: 40 * Theme.u
                text: row.modelData.told
                size: 28
                bold: true
                fit: true
                wrap: false
            }
        }
    }
}
