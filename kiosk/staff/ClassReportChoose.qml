pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Which report: one of the last sessions, or a class over a span of days.
Item {
    id: choose
    required property ClassReportViewModel viewModel
    readonly property real half: (width - Theme.gutter) / 2
    signal qualityTapped

    Card {
        id: last
        width: Theme.upright ? choose.width : choose.half
        height: Theme.upright ? (choose.height - Theme.gutter) / 2 : choose.height
        contour: 4 * Theme.u
        Txt {
            x: 32 * Theme.u
            y: 24 * Theme.u
            text: qsTr("最近的课")
            size: 40
            bold: true
            wrap: false
        }
        Txt {
            objectName: "no-sessions"
            visible: choose.viewModel.sessions.length === 0
            x: 32 * Theme.u
            y: 100 * Theme.u
            width: parent.width - 64 * Theme.u
            text: qsTr("还没有上过课。在“课堂”里开一节课，前测、玩、后测，下课就有报告。")
            size: 34
        }
        LongList {
            x: 24 * Theme.u
            y: 96 * Theme.u
            width: parent.width - 48 * Theme.u
            height: parent.height - y - 24 * Theme.u
            model: choose.viewModel.sessions
            delegate: Card {
                id: session
                required property var modelData
                required property int index
                objectName: "session-" + index
                width: ListView.view.width - 20 * Theme.u
                height: Theme.target
                contour: 4 * Theme.u
                corner: 36 * Theme.u
                sink: finger.down ? band : 0
                Accessible.role: Accessible.Button
                Accessible.name: modelData.name
                Column {
                    x: 28 * Theme.u
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - 56 * Theme.u
                    Txt {
                        width: parent.width
                        text: session.modelData.name
                        size: 36
                        bold: true
                        wrap: false
                    }
                    Txt {
                        width: parent.width
                        height: 40 * Theme.u
                        text: session.modelData.about
                        size: 28
                        fit: true
                        wrap: false
                        color: Theme.ink2
                    }
                }
                Tap {
                    id: finger
                    onHit: choose.viewModel.openSession(session.modelData.key)
                }
            }
        }
    }
    Card {
        x: Theme.upright ? 0 : choose.half + Theme.gutter
        y: Theme.upright ? last.height + Theme.gutter : 0
        width: last.width
        height: choose.height - y
        contour: 4 * Theme.u
        Txt {
            id: heading
            x: 32 * Theme.u
            y: 24 * Theme.u
            text: qsTr("一个班")
            size: 40
            bold: true
            wrap: false
        }
        Row {
            id: spans
            x: 32 * Theme.u
            y: 96 * Theme.u
            spacing: 12 * Theme.u
            Repeater {
                model: choose.viewModel.spans
                BigButton {
                    required property var modelData
                    objectName: "span-" + modelData.key
                    words: 32
                    guarded: false
                    width: (last.width - 96 * Theme.u) / 3
                    tone: modelData.chosen ? "light" : "paper"
                    label: modelData.name
                    onTapped: choose.viewModel.pickSpan(modelData.key)
                }
            }
        }
        Flickable {
            x: 32 * Theme.u
            y: spans.y + spans.height + Theme.gutter
            width: parent.width - 64 * Theme.u
            height: quality.y - y - Theme.gutter
            clip: true
            contentHeight: classes.height
            boundsBehavior: Flickable.StopAtBounds
            Flow {
                id: classes
                width: parent.width
                spacing: 12 * Theme.u
                Repeater {
                    model: choose.viewModel.classes
                    BigButton {
                        required property string modelData
                        objectName: "class-" + modelData
                        words: 34
                        guarded: false
                        width: Math.max(220 * Theme.u, implicitWidth)
                        label: modelData
                        onTapped: choose.viewModel.openClass(modelData)
                    }
                }
            }
            Txt {
                visible: choose.viewModel.classes.length === 0
                width: parent.width
                text: qsTr("还没有班级。班级在“设置”里加。")
                size: 34
            }
        }
        BigButton {
            id: quality
            objectName: "quality-open"
            x: 32 * Theme.u
            y: parent.height - height - 28 * Theme.u
            width: parent.width - 64 * Theme.u
            words: 34
            icon: "bulb"
            label: qsTr("题目质量：哪些题可能有问题")
            onTapped: choose.qualityTapped()
        }
    }
}
