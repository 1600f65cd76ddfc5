pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// One setting: its name and what it does on the left, its control on the right.
Card {
    id: setting
    property string key: ""
    property string name: ""
    property string help: ""
    property string kind: ""
    property bool on: false
    property string value: ""
    property var options: []
    signal chosen(string value)
    signal toggled
    signal stepped(int direction)
    signal opened
    contour: 4 * Theme.u

    Column {
        x: 28 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        width: controls.x - x - 20 * Theme.u
        Txt {
            width: parent.width
            height: 52 * Theme.u
            text: setting.name
            size: 38
            bold: true
            fit: true
            wrap: false
        }
        Txt {
            width: parent.width
            height: Math.min(implicitHeight, setting.innerHeight - 68 * Theme.u)
            text: setting.help
            size: 28
            fit: implicitHeight > height
            color: Theme.ink2
        }
    }
    Row {
        id: controls
        anchors.right: parent.right
        anchors.rightMargin: 20 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        spacing: 12 * Theme.u
        Repeater {
            model: setting.options
            BigButton {
                required property var modelData
                objectName: setting.key + "-" + modelData.value
                width: Math.max(184 * Theme.u, implicitWidth)
                words: 34
                tone: modelData.chosen ? "light" : "paper"
                label: modelData.name
                onTapped: setting.chosen(modelData.value)
            }
        }
        BigButton {
            objectName: setting.key + "-switch"
            visible: setting.kind === "switch"
            width: 184 * Theme.u
            words: 34
            icon: setting.on ? "check" : ""
            tone: setting.on ? "light" : "paper"
            label: setting.on ? qsTr("开") : qsTr("关")
            onTapped: setting.toggled()
        }
        BigButton {
            objectName: setting.key + "-less"
            visible: setting.kind === "step"
            width: Theme.target
            words: 56
            guarded: false
            label: "−"
            onTapped: setting.stepped(-1)
        }
        Txt {
            visible: setting.kind === "step"
            width: 128 * Theme.u
            height: Theme.target
            fit: true
            anchors.verticalCenter: parent.verticalCenter
            text: setting.value
            size: 40
            bold: true
            centred: true
            wrap: false
        }
        BigButton {
            objectName: setting.key + "-more"
            visible: setting.kind === "step"
            width: Theme.target
            words: 56
            guarded: false
            label: "+"
            onTapped: setting.stepped(1)
        }
        BigButton {
            objectName: setting.key + "-open"
            visible: setting.kind === "open" || setting.kind === "next"
            width: 380 * Theme.u
            words: 36
            arrow: setting.kind === "open"
            label: setting.value
            onTapped: setting.opened()
        }
    }
}
