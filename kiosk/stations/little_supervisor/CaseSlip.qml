pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// One report: who has it, of which street, how far it is in three steps, and what came of it.
Rectangle {
    id: paper
    required property var slip
    readonly property real inner: 10 * Theme.u
    radius: 18 * Theme.u
    color: slip.state === "done" ? (slip.clear ? Theme.jadeSoft : Theme.noteGround) : Theme.paper
    border.width: Math.max(2, 4 * Theme.u)
    border.color: Theme.ink

    Art {
        id: face
        name: paper.slip.icon
        from: paper.slip.pictures
        width: Math.round(Math.min(64 * Theme.u, paper.height - 2 * paper.inner))
        height: width
        x: paper.inner
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        x: face.x + face.width + 12 * Theme.u
        width: parent.width - x - paper.inner
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2 * Theme.u
        Item {
            width: parent.width
            height: Math.max(who.implicitHeight, 34 * Theme.u)
            Txt {
                id: who
                width: parent.width - steps.width - 12 * Theme.u
                height: parent.height
                text: paper.slip.who
                size: 28
                bold: true
                fit: true
                wrap: false
            }
            Row {
                id: steps
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: 6 * Theme.u
                Repeater {
                    model: 3
                    Rectangle {
                        required property int index
                        width: 24 * Theme.u
                        height: width
                        radius: width / 2
                        color: index < paper.slip.steps ? Theme.jadeDeep : Theme.white
                        border.width: Math.max(2, 3 * Theme.u)
                        border.color: Theme.ink
                    }
                }
            }
        }
        Txt {
            width: parent.width
            height: Math.min(implicitHeight, paper.height - who.implicitHeight - 2 * paper.inner)
            text: paper.slip.text
            size: 28
            fit: true
            color: Theme.ink2
        }
    }
}
