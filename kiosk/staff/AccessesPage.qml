pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Who heard, reviewed or carried out which take, newest first; and what was cleared away.
StaffPage {
    id: page
    required property AccessesViewModel viewModel
    readonly property real half: Theme.upright ? width : (width - Theme.gutter) / 2
    readonly property real rowHeight: (rows.height - 48 * Theme.u) / 7
    signal backTapped
    title: qsTr("谁听过录音")
    subtitle: qsTr("只能看，不能改；共有 %1 张删除凭据").arg(viewModel.receipts)
    primaryLabel: ""

    Grid {
        id: top
        columns: Theme.upright ? 1 : 2
        spacing: Theme.gutter
        AccessesFact {
            objectName: "chain"
            width: page.half
            height: 148 * Theme.u
            well: page.viewModel.whole
            text: page.viewModel.chain
        }
        AccessesFact {
            objectName: "retention"
            width: page.half
            height: 148 * Theme.u
            text: page.viewModel.retention
        }
    }
    Card {
        id: rows
        y: top.height + Theme.gutter
        width: page.width
        height: foot.y - y - Theme.gutter
        contour: 4 * Theme.u
        Column {
            x: 32 * Theme.u
            y: 16 * Theme.u
            width: parent.width - 64 * Theme.u
            Repeater {
                model: page.viewModel.rows
                Item {
                    id: act
                    required property var modelData
                    width: parent.width
                    height: page.rowHeight
                    Txt {
                        anchors.verticalCenter: parent.verticalCenter
                        width: 220 * Theme.u
                        text: act.modelData.when
                        size: 30
                        color: Theme.ink2
                        wrap: false
                    }
                    Txt {
                        x: 236 * Theme.u
                        width: 180 * Theme.u
                        height: parent.height
                        text: act.modelData.role
                        size: 30
                        bold: true
                        fit: true
                        wrap: false
                    }
                    Txt {
                        x: 432 * Theme.u
                        width: parent.width - x
                        height: parent.height
                        text: act.modelData.what
                        size: 32
                        fit: true
                    }
                }
            }
        }
        Txt {
            anchors.centerIn: parent
            visible: page.viewModel.rows.length === 0
            text: page.viewModel.message !== "" ? page.viewModel.message : qsTr("还没有人听过或审核过录音")
            size: 38
            color: Theme.ink2
        }
    }
    Row {
        id: foot
        y: page.height - height
        spacing: Theme.gutter
        BigButton {
            objectName: "back"
            icon: "arrow-left"
            words: 34
            label: qsTr("回到隐私")
            onTapped: page.backTapped()
        }
        BigButton {
            objectName: "newer"
            words: 34
            label: qsTr("更近")
            usable: page.viewModel.first > 1
            onTapped: page.viewModel.newer()
        }
        BigButton {
            objectName: "older"
            words: 34
            label: qsTr("更早")
            usable: page.viewModel.last < page.viewModel.total
            onTapped: page.viewModel.older()
        }
        Txt {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("第 %1–%2 条，共 %3 条").arg(page.viewModel.first).arg(page.viewModel.last).arg(page.viewModel.total)
            size: 30
            wrap: false
        }
    }
}
