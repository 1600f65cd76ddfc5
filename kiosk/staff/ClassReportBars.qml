pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// One lying bar a row, full at 100 %; what stands beside it is `told`.
Column {
    id: bars
    property var rows: []
    property color fill: Theme.glow
    spacing: 8 * Theme.u

    Repeater {
        model: bars.rows
        Item {
            id: row
            required property var modelData
            width: bars.width
            height: 84 * Theme.u
            Txt {
                width: parent.width - told.width - Theme.gutter
                height: 44 * Theme.u
                text: row.modelData.label
                size: 30
                fit: true
                wrap: false
            }
            Txt {
                id: told
                anchors.right: parent.right
                text: row.modelData.told
                size: 30
                bold: true
                wrap: false
            }
            Rectangle {
                y: 48 * Theme.u
                width: parent.width
                height: 28 * Theme.u
                radius: height / 2
                color: Theme.glowSoft
                border.width: 3 * Theme.u
                border.color: Theme.ink
                Rectangle {
                    visible: row.modelData.value > 0
                    x: 3 * Theme.u
                    y: 3 * Theme.u
                    width: Math.max(height, (parent.width - 6 * Theme.u) * row.modelData.value)
                    height: parent.height - 6 * Theme.u
                    radius: height / 2
                    color: bars.fill
                }
            }
        }
    }
}
