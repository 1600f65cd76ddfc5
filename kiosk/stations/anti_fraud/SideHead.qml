pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The head of a child's side: who plays here, how far, and the child's own monster with its lies and the hearts.
Item {
    id: head
    required property int number
    required property var fight
    property bool own: true
    // While an answer is looked at, its item is still the one that is meant.
    property bool asking: true

    Row {
        anchors.verticalCenter: parent.verticalCenter
        spacing: 20 * Theme.u
        PlayerBadge {
            anchors.verticalCenter: parent.verticalCenter
            player: head.number
            text: qsTr("%1 号").arg(head.number)
        }
        Pill {
            anchors.verticalCenter: parent.verticalCenter
            height: 56 * Theme.u
            icon: "lantern-small"
            text: Math.min(head.fight.done + (head.asking ? 1 : 0), head.fight.total) + " / " + head.fight.total
            wordColor: Theme.light
            bold: true
            ruby: false
        }
    }
    Row {
        visible: head.own
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: 18 * Theme.u
        Row {
            anchors.verticalCenter: parent.verticalCenter
            spacing: 4 * Theme.u
            Repeater {
                model: head.fight.heartsTotal || 0
                Art {
                    required property int index
                    name: index < head.fight.hearts ? "icon/heart-full" : "icon/heart-empty"
                    width: Math.round(38 * Theme.u)
                    height: width
                }
            }
        }
        LieSlips {
            anchors.verticalCenter: parent.verticalCenter
            side: 34 * Theme.u
            spacing: 8 * Theme.u
            lies: head.fight.lies || 0
            total: head.fight.liesTotal || 0
        }
        Art {
            anchors.verticalCenter: parent.verticalCenter
            name: head.fight.monster + (head.fight.state === "idle" ? "" : "-" + head.fight.state)
            width: Math.round(92 * Theme.u)
            height: width
        }
    }
}
