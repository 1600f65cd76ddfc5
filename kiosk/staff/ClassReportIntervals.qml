pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A dot with its interval for each row, over a scale on which 0 is marked.
Item {
    id: chart
    property var bars: []
    property var ticks: []
    readonly property real labels: 120 * Theme.u
    readonly property real told: 110 * Theme.u
    readonly property real room: width - labels - told - 2 * Theme.gutter
    readonly property real row: 72 * Theme.u
    implicitHeight: bars.length * row + 60 * Theme.u

    Repeater {
        model: chart.ticks
        Item {
            id: tick
            required property var modelData
            x: chart.labels + Theme.gutter + modelData.at * chart.room
            height: chart.bars.length * chart.row
            Rectangle {
                x: -width / 2
                width: tick.modelData.value === 0 ? 4 * Theme.u : 2 * Theme.u
                height: parent.height
                color: tick.modelData.value === 0 ? Theme.ink : Theme.paperShade
            }
            Txt {
                x: -width / 2
                y: parent.height + 6 * Theme.u
                text: tick.modelData.name
                size: 28
                wrap: false
                color: Theme.ink2
            }
        }
    }
    Repeater {
        model: chart.bars
        Item {
            id: row
            required property var modelData
            required property int index
            y: index * chart.row
            width: chart.width
            height: chart.row
            Txt {
                width: chart.labels
                height: parent.height
                text: row.modelData.label
                size: 34
                bold: true
                fit: true
                wrap: false
            }
            Rectangle {
                x: chart.labels + Theme.gutter + row.modelData.low * chart.room
                anchors.verticalCenter: parent.verticalCenter
                width: (row.modelData.high - row.modelData.low) * chart.room
                height: 16 * Theme.u
                radius: height / 2
                color: Theme.glow
                border.width: 3 * Theme.u
                border.color: Theme.ink
            }
            Rectangle {
                x: chart.labels + Theme.gutter + row.modelData.value * chart.room - width / 2
                anchors.verticalCenter: parent.verticalCenter
                width: 36 * Theme.u
                height: width
                radius: width / 2
                color: Theme.lantern
                border.width: 4 * Theme.u
                border.color: Theme.ink
            }
            Txt {
                x: chart.width - chart.told
                width: chart.told
                height: parent.height
                text: row.modelData.told
                size: 34
                bold: true
                fit: true
                wrap: false
            }
        }
    }
}
