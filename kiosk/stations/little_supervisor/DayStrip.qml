pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The seven days of the week; today is lit.
Row {
    id: strip
    required property var days
    spacing: 6 * Theme.u
    height: 80 * Theme.u
    Repeater {
        model: strip.days.length
        Rectangle {
            id: day
            required property int index
            readonly property var shown: strip.days[index]
            width: 70 * Theme.u
            height: 72 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            radius: 22 * Theme.u
            color: shown.today ? Theme.light : shown.over ? Theme.deck : Qt.alpha(Theme.deepest, 0.85)
            border.width: Math.max(1, 4 * Theme.u)
            border.color: shown.today ? Theme.ink : Theme.pillEdge
            Txt {
                anchors.centerIn: parent
                text: day.shown.label
                size: 28
                ruby: false
                bold: day.shown.today
                wrap: false
                color: day.shown.today ? Theme.ink : Theme.white
            }
        }
    }
}
