pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The day as 24 cells that fill up with sound; a touch makes an hour quieter, and at last silent.
Item {
    id: page
    required property SettingsHours hours
    readonly property int columns: Theme.upright ? 6 : 12
    readonly property real gap: 12 * Theme.u
    readonly property real cellWidth: (width - (columns - 1) * gap) / columns
    readonly property real cellHeight: (height - same.height - Theme.gutter - (24 / columns - 1) * gap) / (24 / columns)

    Grid {
        columns: page.columns
        spacing: page.gap
        Repeater {
            model: page.hours.day
            Card {
                id: cell
                required property var modelData
                objectName: "hour-" + modelData.hour
                width: page.cellWidth
                height: page.cellHeight
                contour: 4 * Theme.u
                corner: 20 * Theme.u
                sink: finger.down ? band : 0
                Accessible.role: Accessible.Button
                Accessible.name: modelData.hour
                Rectangle {
                    x: 12 * Theme.u
                    width: parent.width - 24 * Theme.u
                    readonly property real room: cell.innerHeight - 140 * Theme.u
                    height: Math.max(6 * Theme.u, room * cell.modelData.share / 100)
                    y: 72 * Theme.u + room - height
                    radius: 12 * Theme.u
                    color: Theme.skyShade
                }
                Txt {
                    y: 12 * Theme.u
                    width: parent.width
                    text: qsTr("%1 点").arg(cell.modelData.hour)
                    size: 32
                    bold: true
                    centred: true
                    wrap: false
                }
                Txt {
                    y: cell.innerHeight - height - 12 * Theme.u
                    width: parent.width
                    text: cell.modelData.share === 0 ? qsTr("静音") : cell.modelData.share + "%"
                    size: 30
                    centred: true
                    wrap: false
                }
                Tap {
                    id: finger
                    guarded: false
                    onHit: page.hours.turn(cell.modelData.hour)
                }
            }
        }
    }
    BigButton {
        id: same
        objectName: "all-day"
        anchors.bottom: parent.bottom
        tone: page.hours.same ? "light" : "paper"
        icon: page.hours.same ? "check" : ""
        words: 34
        label: qsTr("整天一样响")
        onTapped: page.hours.allDay()
    }
}
