import QtQuick
import kiosk.ui

// Long work: what it is, how far, and a way to stop it.
Card {
    id: card
    property string what: ""
    property int done: 0
    property int total: 0
    // Says how far, where it is not counted in rows.
    property string told: ""
    property bool mayStop: true
    property bool stopping: false
    property string counted: qsTr("%1 / %2 条")
    signal stopTapped
    contour: 4 * Theme.u

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 96 * Theme.u, 1100 * Theme.u)
        spacing: 36 * Theme.u
        Txt {
            width: parent.width
            text: card.what
            size: 52
            bold: true
            centred: true
        }
        Rectangle {
            width: parent.width
            height: 48 * Theme.u
            radius: height / 2
            color: Theme.glowSoft
            border.width: 4 * Theme.u
            border.color: Theme.ink
            Rectangle {
                x: 4 * Theme.u
                y: 4 * Theme.u
                width: Math.max(height, (parent.width - 8 * Theme.u) * (card.total > 0 ? Math.min(1, card.done / card.total) : 0))
                height: parent.height - 8 * Theme.u
                radius: height / 2
                color: Theme.jade
            }
        }
        Txt {
            objectName: "progress"
            width: parent.width
            text: card.told !== "" ? card.told : card.stopping ? qsTr("正在停下…") : card.total > 0 ? card.counted.arg(Math.min(card.done, card.total)).arg(card.total) : card.done > 0 ? qsTr("%1 条").arg(card.done) : qsTr("马上就好…")
            size: 40
            centred: true
            color: Theme.ink2
        }
        BigButton {
            objectName: "stop"
            anchors.horizontalCenter: parent.horizontalCenter
            visible: card.mayStop
            usable: !card.stopping
            tone: "rose"
            icon: "stop"
            label: qsTr("停下")
            onTapped: card.stopTapped()
        }
    }
}
