pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The three promises, and paper to sign on.
Card {
    id: view
    required property PledgeViewModel viewModel
    readonly property real listWidth: Theme.upright ? width - 80 * Theme.u : width * 0.42
    readonly property real listHeight: Theme.upright ? innerHeight * 0.4 : innerHeight - 56 * Theme.u
    function clear(): void {
        pad.clear();
    }

    Column {
        id: list
        x: 40 * Theme.u
        y: 28 * Theme.u
        width: view.listWidth
        Repeater {
            model: view.viewModel.made
            Row {
                id: line
                required property var modelData
                width: list.width
                height: view.listHeight / 3.6
                spacing: 20 * Theme.u
                Rectangle {
                    width: Math.round(Math.min(line.height * 0.8, 110 * Theme.u))
                    height: width
                    radius: width / 2
                    color: Theme.glowSoft
                    border.width: Math.max(2, 4 * Theme.u)
                    border.color: Theme.ink
                    anchors.verticalCenter: parent.verticalCenter
                    Art {
                        anchors.centerIn: parent
                        name: "icon/" + line.modelData.icon
                        width: Math.round(parent.width * 0.6)
                        height: width
                    }
                }
                Column {
                    width: line.width - Math.min(line.height * 0.8, 110 * Theme.u) - line.spacing
                    height: line.height
                    Txt {
                        width: parent.width
                        height: parent.height * (line.modelData.plan === "" ? 1 : 0.5)
                        text: line.modelData.text
                        size: 40
                        bold: true
                        fit: true
                    }
                    Txt {
                        visible: line.modelData.plan !== ""
                        width: parent.width
                        height: parent.height * 0.46
                        text: line.modelData.plan
                        size: 30
                        fit: true
                        color: Theme.jadeDeep
                    }
                }
            }
        }
        Txt {
            width: parent.width
            height: view.listHeight * 0.6 / 3.6
            text: view.viewModel.signNote
            size: 30
            fit: true
            color: Theme.ink2
        }
    }
    SignPad {
        id: pad
        x: Theme.upright ? 40 * Theme.u : list.x + list.width + 40 * Theme.u
        y: Theme.upright ? list.y + view.listHeight + 20 * Theme.u : 32 * Theme.u
        width: view.width - x - 52 * Theme.u
        height: view.innerHeight - y - 32 * Theme.u
        onWritten: something => view.viewModel.sign(something)
    }
}
