pragma ComponentBehavior: Bound

import QtQuick

// The hearts a run has left; a lost one is a dashed outline.
Pill {
    id: hearts
    property int remaining: 3
    property int total: 3
    implicitWidth: 60 * Theme.u + total * 66 * Theme.u
    Row {
        anchors.centerIn: parent
        spacing: 14 * Theme.u
        Repeater {
            model: hearts.total
            Art {
                required property int index
                name: index < hearts.remaining ? "icon/heart-full" : "icon/heart-empty"
                width: Math.round(52 * Theme.u)
                height: width
            }
        }
    }
}
