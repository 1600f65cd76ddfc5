pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What staff did, newest first, a screenful at a time.
StaffPage {
    id: page
    required property LogViewModel viewModel
    readonly property real third: (width - 2 * Theme.gutter) / 3
    readonly property real rowHeight: (rows.height - 48 * Theme.u) / 7
    title: qsTr("工作人员记录")
    subtitle: qsTr("只能看，不能改")
    primaryLabel: qsTr("谁听过录音")

    Row {
        id: numbers
        spacing: Theme.gutter
        Repeater {
            model: [
                {
                    "name": qsTr("七天里进门"),
                    "value": page.viewModel.opened,
                    "picture": "icon/unlock"
                },
                {
                    "name": qsTr("PIN 输错"),
                    "value": page.viewModel.wrong,
                    "picture": "icon/shield-lock"
                },
                {
                    "name": qsTr("门锁了"),
                    "value": page.viewModel.locked,
                    "picture": "icon/lock"
                }
            ]
            BigNumber {
                required property var modelData
                width: page.third
                height: 190 * Theme.u
                name: modelData.name
                value: modelData.value
                unit: qsTr("次")
                picture: Theme.upright ? "" : modelData.picture
            }
        }
    }
    Card {
        id: rows
        y: numbers.height + Theme.gutter
        width: page.width
        height: page.height - y - Theme.target - Theme.gutter
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
                    required property int index
                    width: parent.width
                    height: page.rowHeight
                    Rectangle {
                        visible: act.index > 0
                        width: parent.width
                        height: Math.max(1, 2 * Theme.u)
                        color: Theme.paperShade
                        opacity: 0.5
                    }
                    Txt {
                        id: when
                        anchors.verticalCenter: parent.verticalCenter
                        width: 220 * Theme.u
                        text: act.modelData.day + "  " + act.modelData.time
                        size: 32
                        color: Theme.ink2
                        wrap: false
                    }
                    Txt {
                        id: who
                        x: 236 * Theme.u
                        anchors.verticalCenter: parent.verticalCenter
                        width: 200 * Theme.u
                        text: act.modelData.role
                        size: 32
                        bold: true
                        wrap: false
                    }
                    Txt {
                        x: 452 * Theme.u
                        width: parent.width - x
                        height: parent.height
                        text: act.modelData.what
                        size: 34
                        fit: true
                    }
                }
            }
        }
        Txt {
            anchors.centerIn: parent
            visible: text !== ""
            text: page.viewModel.message !== "" ? page.viewModel.message : page.viewModel.rows.length === 0 ? qsTr("还没有记录") : ""
            size: 38
            color: Theme.ink2
        }
    }
    BigButton {
        id: newer
        objectName: "newer"
        y: page.height - height
        width: 320 * Theme.u
        icon: "arrow-left"
        label: qsTr("更近")
        usable: page.viewModel.first > 1
        onTapped: page.viewModel.newer()
    }
    Txt {
        anchors.horizontalCenter: parent.horizontalCenter
        y: newer.y + (newer.height - height) / 2
        text: qsTr("第 %1–%2 条，共 %3 条").arg(page.viewModel.first).arg(page.viewModel.last).arg(page.viewModel.total)
        size: 34
        wrap: false
    }
    BigButton {
        objectName: "older"
        x: page.width - width
        y: newer.y
        width: 320 * Theme.u
        label: qsTr("更早")
        arrow: true
        usable: page.viewModel.last < page.viewModel.total
        onTapped: page.viewModel.older()
    }
}
