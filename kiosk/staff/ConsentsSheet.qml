pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// One form: which consents stand, and the way to take each back.
Card {
    id: card
    required property ConsentsPaper paper
    readonly property real rowHeight: (innerHeight - head.height - 36 * Theme.u) / 4
    contour: 4 * Theme.u

    Item {
        id: head
        x: 32 * Theme.u
        y: 16 * Theme.u
        width: parent.width - 64 * Theme.u
        height: 116 * Theme.u
        Txt {
            objectName: "paper-number"
            width: old.visible ? old.x - 16 * Theme.u : parent.width
            height: 64 * Theme.u
            text: qsTr("%1 号同意书").arg(card.paper.number)
            size: 48
            bold: true
            fit: true
            wrap: false
        }
        Txt {
            y: 68 * Theme.u
            width: parent.width
            height: 44 * Theme.u
            text: card.paper.about
            size: 30
            fit: true
            wrap: false
            color: Theme.ink2
        }
        Pill {
            id: old
            visible: card.paper.outdated
            anchors.right: parent.right
            height: 56 * Theme.u
            text: qsTr("规矩改过，要重签")
            size: 28
            bold: true
            ground: Theme.coralSoft
            edge: Theme.coralSoft
            wordColor: Theme.coralDeep
        }
    }
    Column {
        x: 32 * Theme.u
        y: head.y + head.height
        width: parent.width - 64 * Theme.u
        Repeater {
            model: card.paper.kinds
            Item {
                id: row
                required property var modelData
                width: parent.width
                height: card.rowHeight
                Rectangle {
                    width: parent.width
                    height: Math.max(1, 2 * Theme.u)
                    color: Theme.paperShade
                    opacity: 0.5
                }
                Art {
                    id: tick
                    anchors.verticalCenter: parent.verticalCenter
                    name: row.modelData.stands ? "icon/check-disc" : "icon/lie"
                    opacity: row.modelData.stands ? 1 : 0.35
                    width: Math.round(64 * Theme.u)
                    height: width
                }
                Column {
                    x: tick.width + 24 * Theme.u
                    anchors.verticalCenter: parent.verticalCenter
                    width: back.x - x - 16 * Theme.u
                    Txt {
                        width: parent.width
                        height: 48 * Theme.u
                        text: row.modelData.name + (!row.modelData.stands ? qsTr("：没有同意") : row.modelData.old ? qsTr("：同意的是旧规矩") : qsTr("：同意"))
                        size: 34
                        bold: true
                        fit: true
                        wrap: false
                        color: row.modelData.stands ? Theme.ink : Theme.ink2
                    }
                    Txt {
                        width: parent.width
                        height: 40 * Theme.u
                        text: row.modelData.help
                        size: 28
                        fit: true
                        wrap: false
                        color: Theme.ink2
                    }
                }
                BigButton {
                    id: back
                    objectName: "withdraw-" + row.modelData.key
                    visible: row.modelData.stands && card.paper.mayWithdraw
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    height: Math.min(Theme.target, card.rowHeight - 8 * Theme.u)
                    width: 240 * Theme.u
                    words: 32
                    tone: "rose"
                    label: row.modelData.asked ? qsTr("再点一次") : qsTr("撤回")
                    onTapped: card.paper.withdraw(row.modelData.key)
                }
            }
        }
    }
}
