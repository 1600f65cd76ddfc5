pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The level in cells, quiet to loud, and what would help.
Card {
    id: meter
    required property StudioReading reading
    readonly property var zones: reading.zones
    readonly property int total: zones[0] + zones[1] + zones[2]
    contour: 4 * Theme.u
    face: Theme.night
    shade: Theme.deckShade
    function tintOf(at: int): color {
        return at < zones[0] ? Theme.skyShade : at < zones[0] + zones[1] ? Theme.jade : Theme.roseShade;
    }
    Row {
        id: row
        x: 32 * Theme.u
        y: 22 * Theme.u
        width: parent.width - 64 * Theme.u
        height: 48 * Theme.u
        spacing: 6 * Theme.u
        Repeater {
            model: meter.total
            Rectangle {
                required property int index
                width: (row.width - (meter.total - 1) * row.spacing) / meter.total
                height: row.height
                radius: 8 * Theme.u
                color: index < meter.reading.cells ? meter.tintOf(index) : "transparent"
                border.width: Math.max(2, 4 * Theme.u)
                border.color: meter.tintOf(index)
            }
        }
    }
    Txt {
        objectName: "studio-advice"
        x: row.x
        y: row.y + row.height + 10 * Theme.u
        width: row.width
        height: parent.height - y - 8 * Theme.u
        text: meter.reading.stage === "recording" ? qsTr("正在录音，读完点“读完了，停”。") : meter.reading.advice
        size: 34
        fit: true
        color: meter.reading.good ? Theme.jadeSoft : Theme.glowLight
    }
}
