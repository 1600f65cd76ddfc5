pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A dot with its interval for each class, over a scale on which 0 is marked: `{label, told, value, low, high}`.
Item {
    id: chart
    property var bars: []
    property var ticks: []
    readonly property real names: 226 * Theme.u
    readonly property real told: 96 * Theme.u
    readonly property real room: width - names - told - 2 * Theme.gutter
    readonly property real below: 44 * Theme.u
    readonly property real row: Math.min(72 * Theme.u, (height - below) / Math.max(1, bars.length))

    Repeater {
        model: chart.ticks
        Item {
            id: tick
            required property var modelData
            x: chart.names + Theme.gutter + modelData.at * chart.room
            height: chart.bars.length * chart.row
            Rectangle {
                x: -width / 2
                width: tick.modelData.value === 0 ? 4 * Theme.u : 2 * Theme.u
                height: parent.height
                color: tick.modelData.value === 0 ? Theme.ink : Theme.paperShade
            }
            Txt {
                x: -width / 2
                y: parent.height + 4 * Theme.u
                text: tick.modelData.name
                size: 26
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
                anchors.verticalCenter: parent.verticalCenter
                width: chart.names
                height: 40 * Theme.u
                text: row.modelData.label
                size: 28
                fit: true
                wrap: false
            }
            Rectangle {
                x: chart.names + Theme.gutter + row.modelData.low * chart.room
                anchors.verticalCenter: parent.verticalCenter
                width: (row.modelData.high - row.modelData.low) * chart.room
                height: 14 * Theme.u
                radius: height / 2
                color: Theme.glow
                border.width: 3 * Theme.u
                border.color: Theme.ink
            }
            Rectangle {
                x: chart.names + Theme.gutter + row.modelData.value * chart.room - width / 2
                anchors.verticalCenter: parent.verticalCenter
                width: 30 * Theme.u
                height: width
                radius: width / 2
                color: Theme.lantern
                border.width: 4 * Theme.u
                border.color: Theme.ink
            }
            Txt {
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                width: chart.told
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
