pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// One bar a day: `{label, count, share, today}`.
Row {
    id: bars
    property var days: []
    readonly property real room: width / Math.max(1, days.length)

    Repeater {
        model: bars.days
        Item {
            id: day
            required property var modelData
            width: bars.room
            height: bars.height
            Txt {
                anchors.horizontalCenter: parent.horizontalCenter
                y: pillar.y - height - 4 * Theme.u
                text: day.modelData.count
                size: 32
                bold: true
                wrap: false
            }
            Rectangle {
                id: pillar
                anchors.horizontalCenter: parent.horizontalCenter
                y: parent.height - height - 56 * Theme.u
                width: Math.min(120 * Theme.u, parent.width - 24 * Theme.u)
                height: Math.max(10 * Theme.u, (parent.height - 120 * Theme.u) * day.modelData.share)
                radius: 12 * Theme.u
                color: day.modelData.today ? Theme.light : Theme.paperShade
                border.width: 4 * Theme.u
                border.color: Theme.ink
            }
            Txt {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
                text: day.modelData.today ? qsTr("今天") : day.modelData.label
                size: 30
                bold: day.modelData.today
                wrap: false
            }
        }
    }
}
