pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Standing columns, one a day or month: `{label, told, share}`.
Row {
    id: columns
    property var steps: []
    readonly property real room: width / Math.max(1, steps.length)

    Repeater {
        model: columns.steps
        Item {
            id: step
            required property var modelData
            width: columns.room
            height: columns.height
            Txt {
                anchors.horizontalCenter: parent.horizontalCenter
                y: pillar.y - height
                text: step.modelData.told
                size: 26
                bold: true
                wrap: false
            }
            Rectangle {
                id: pillar
                anchors.horizontalCenter: parent.horizontalCenter
                y: parent.height - height - 44 * Theme.u
                width: Math.min(72 * Theme.u, parent.width * 0.72)
                height: step.modelData.share > 0 ? Math.max(8 * Theme.u, (parent.height - (step.modelData.told === "" ? 52 : 84) * Theme.u) * step.modelData.share) : 3 * Theme.u
                radius: Math.min(8 * Theme.u, width / 4)
                color: step.modelData.share > 0 ? Theme.glow : Theme.paperShade
                border.width: step.modelData.share > 0 ? Math.min(3 * Theme.u, width / 6) : 0
                border.color: Theme.ink
            }
            Txt {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
                text: step.modelData.label
                size: 26
                wrap: false
                color: Theme.ink2
            }
        }
    }
}
