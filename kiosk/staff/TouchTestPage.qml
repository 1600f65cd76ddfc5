pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The touch panel tried out, over the whole screen: marks at corners and edges, many fingers, hands off.
StaffPage {
    id: page
    required property TouchTestViewModel viewModel
    readonly property string stage: viewModel.stage
    signal backTapped
    title: qsTr("试试触摸屏")
    fillsScreen: true

    Rectangle {
        id: field
        objectName: "touch-field"
        readonly property QtObject host: page.Window.window
        readonly property real mark: 120 * Theme.u
        anchors.fill: parent
        color: Theme.night
        onHostChanged: if (host)
            page.viewModel.watch(host, mark / 2)

        Repeater {
            model: page.stage === "marks" ? page.viewModel.marks : []
            Rectangle {
                id: spot
                required property var modelData
                readonly property bool met: page.viewModel.met.includes(modelData.key)
                objectName: "mark-" + modelData.key
                width: field.mark
                height: width
                radius: width / 2
                x: modelData.x * (field.width - width)
                y: modelData.y * (field.height - height)
                color: met ? Theme.jade : Theme.light
                border.width: Theme.line
                border.color: Theme.paper
                Art {
                    anchors.centerIn: parent
                    name: spot.met ? "icon/check" : "icon/hand-tap"
                    color: spot.met ? "ffffff" : ""
                    width: Math.round(64 * Theme.u)
                    height: width
                }
            }
        }
        Repeater {
            model: ["quiet", "done"].includes(page.stage) ? page.viewModel.ghosts : []
            Rectangle {
                required property var modelData
                width: 56 * Theme.u
                height: width
                radius: width / 2
                x: modelData.x * field.width - width / 2
                y: modelData.y * field.height - height / 2
                color: Theme.coral
            }
        }
        TouchTestWords {
            viewModel: page.viewModel
            anchors.horizontalCenter: parent.horizontalCenter
            y: (parent.height / 2 - field.mark / 2 - height - 12 * Theme.u) * (page.stage === "marks" ? 1 : 0) + (page.stage === "marks" ? 0 : (parent.height - height) / 2 - Theme.target)
            width: Math.min(1300 * Theme.u, parent.width - 4 * Theme.margin)
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            y: parent.height / 2 + field.mark + (page.stage === "marks" ? 0 : 160 * Theme.u)
            spacing: Theme.gutter
            BigButton {
                objectName: "touch-back"
                icon: "arrow-left"
                words: 36
                label: qsTr("回到健康")
                onTapped: page.backTapped()
            }
            BigButton {
                objectName: "touch-next"
                visible: page.stage !== "quiet"
                tone: "primary"
                words: 36
                label: page.stage === "done" ? qsTr("再试一次") : qsTr("下一步")
                onTapped: page.viewModel.next()
            }
        }
    }
}
