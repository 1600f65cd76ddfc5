pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// How many digits were typed: filled dots, and rings for those that are needed at least.
Row {
    id: dots
    property int count: 0
    property int least: 6
    spacing: 20 * Theme.u
    Repeater {
        model: Math.max(dots.count, dots.least)
        Rectangle {
            required property int index
            width: 44 * Theme.u
            height: width
            radius: width / 2
            color: index < dots.count ? Theme.ink : "transparent"
            border.width: 5 * Theme.u
            border.color: Theme.ink
        }
    }
}
