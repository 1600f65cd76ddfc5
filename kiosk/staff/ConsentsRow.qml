import QtQuick
import kiosk.ui

// A form in the list: a touch chooses it for the booth, the button opens it.
Card {
    id: row
    required property var form
    signal chosen
    signal opened
    height: 164 * Theme.u
    contour: 4 * Theme.u
    face: form.chosen ? Theme.glowSoft : form.state === "gone" ? Theme.staffGround : Theme.paper
    readonly property var states: ({
            "good": "",
            "old": qsTr("要重签"),
            "gone": qsTr("已撤回")
        })

    Tap {
        onHit: row.chosen()
    }
    Art {
        id: tick
        x: 24 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        name: row.form.chosen ? "icon/check-disc" : "icon/people-one"
        opacity: row.form.usable || row.form.chosen ? 1 : 0.35
        width: Math.round(72 * Theme.u)
        height: width
    }
    Column {
        x: tick.x + tick.width + 24 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        width: open.x - x - 16 * Theme.u
        Item {
            width: parent.width
            height: 54 * Theme.u
            Txt {
                id: number
                width: Math.min(implicitWidth, parent.width - (mark.visible ? mark.width + 16 * Theme.u : 0))
                height: parent.height
                text: row.form.number
                size: 42
                bold: true
                fit: true
                wrap: false
            }
            Pill {
                id: mark
                visible: text !== ""
                x: number.width + 16 * Theme.u
                height: 48 * Theme.u
                text: row.form.present ? qsTr("在播报站") : row.states[row.form.state]
                size: 26
                bold: true
                ground: row.form.present ? Theme.light : Theme.coralSoft
                edge: ground
                wordColor: row.form.present ? Theme.ink : Theme.coralDeep
            }
        }
        Txt {
            width: parent.width
            height: 40 * Theme.u
            text: row.form.about
            size: 28
            fit: true
            wrap: false
            color: Theme.ink2
        }
        Txt {
            width: parent.width
            height: 40 * Theme.u
            text: row.form.kinds
            size: 28
            fit: true
            wrap: false
        }
    }
    BigButton {
        id: open
        objectName: "open-" + row.form.number
        anchors.right: parent.right
        anchors.rightMargin: 12 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        words: 32
        label: qsTr("打开")
        onTapped: row.opened()
    }
}
