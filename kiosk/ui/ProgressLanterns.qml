pragma ComponentBehavior: Bound

import QtQuick

// How far a run is: one small lantern an item; answered ones are lit, the present one is ringed.
Pill {
    id: progress
    property int done: 0
    property int total: 8
    // False while an answer is looked at: its lantern hangs already, but it is still the one that is meant.
    property bool asking: true
    implicitWidth: row.width + 64 * Theme.u
    Row {
        id: row
        anchors.centerIn: parent
        spacing: 4 * Theme.u
        Repeater {
            model: progress.total
            Item {
                id: one
                required property int index
                width: 36 * Theme.u
                height: 64 * Theme.u
                Rectangle {
                    visible: progress.asking && one.index === progress.done
                    anchors.fill: parent
                    radius: width / 2
                    color: "transparent"
                    border.width: 5 * Theme.u
                    border.color: Theme.light
                }
                Art {
                    anchors.centerIn: parent
                    name: one.index < progress.done ? "lantern" : "lantern-off"
                    width: Math.round(50 * Theme.u)
                    height: width
                }
            }
        }
        Item {
            width: 12 * Theme.u
            height: 1
        }
        Txt {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("第 %1 条，共 %2 条").arg(Math.min(progress.done + (progress.asking ? 1 : 0), progress.total)).arg(progress.total)
            size: 32
            color: Theme.white
            wrap: false
        }
    }
}
