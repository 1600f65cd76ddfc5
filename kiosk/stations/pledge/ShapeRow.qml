pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The six lanterns to choose from.
Row {
    id: row
    required property int shape
    required property string icon
    signal picked(int shape)
    spacing: 12 * Theme.u
    Repeater {
        model: 6
        Rectangle {
            id: one
            required property int index
            readonly property bool chosen: row.shape === index + 1
            objectName: "shape-" + (index + 1)
            width: Theme.target
            height: Theme.target
            radius: 24 * Theme.u
            color: chosen ? Theme.glowSoft : "transparent"
            border.width: chosen ? Math.max(2, 6 * Theme.u) : 0
            border.color: Theme.ink
            Accessible.role: Accessible.Button
            Accessible.name: "lantern " + (index + 1)
            HangingLantern {
                anchors.centerIn: parent
                shape: one.index + 1
                icon: row.icon
                side: Theme.target * 0.72
            }
            Tap {
                guarded: false
                onHit: row.picked(one.index + 1)
            }
        }
    }
}
