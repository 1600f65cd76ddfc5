pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// How far a form is: a dot an item, filled where answered; the present one has a ring. No number to race against.
Row {
    id: dots
    required property int answered
    required property int total
    spacing: 12 * Theme.u
    Repeater {
        model: dots.total
        Rectangle {
            required property int index
            readonly property bool done: index < dots.answered
            readonly property bool present: index === dots.answered
            anchors.verticalCenter: parent?.verticalCenter
            width: (present ? 36 : 24) * Theme.u
            height: width
            radius: width / 2
            color: done ? Theme.light : present ? Theme.night : "transparent"
            border.width: Math.max(2, (present ? 6 : 4) * Theme.u)
            border.color: done || present ? Theme.light : Theme.mist
        }
    }
}
