pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Is the kiosk well? One picture first, then each line with what to do; what needs doing stands on top.
StaffPage {
    id: page
    required property HealthViewModel viewModel
    readonly property string level: viewModel.errors > 0 ? "error" : viewModel.warnings > 0 ? "warning" : "ok"
    title: qsTr("健康")
    subtitle: qsTr("每一条都说该怎么办")
    primaryLabel: viewModel.looking ? qsTr("正在检查…") : qsTr("再查一次")
    primaryUsable: !viewModel.looking
    onPrimaryTapped: viewModel.look()

    Card {
        id: summary
        width: Theme.upright ? page.width : 520 * Theme.u
        height: Theme.upright ? 260 * Theme.u : page.height
        contour: 4 * Theme.u
        face: page.level === "ok" ? Theme.jadeSoft : page.level === "warning" ? Theme.glowSoft : Theme.coralSoft
        Flow {
            anchors.centerIn: parent
            width: parent.width - 64 * Theme.u
            spacing: 24 * Theme.u
            flow: Flow.LeftToRight
            Art {
                name: page.level === "ok" ? "icon/check-disc" : "icon/warning"
                width: Math.round((Theme.upright ? 160 : 220) * Theme.u)
                height: width
            }
            Column {
                width: Theme.upright ? parent.width - 200 * Theme.u : parent.width
                spacing: 8 * Theme.u
                Txt {
                    width: parent.width
                    text: page.viewModel.looking ? qsTr("正在检查…") : page.level === "ok" ? qsTr("展台很健康") : page.level === "warning" ? qsTr("能用，有几条要留意") : qsTr("有要修的地方")
                    size: 48
                    bold: true
                }
                Txt {
                    width: parent.width
                    text: qsTr("要修 %1 · 留意 %2 · 好 %3").arg(page.viewModel.errors).arg(page.viewModel.warnings).arg(page.viewModel.good)
                    size: 34
                    color: Theme.ink2
                }
            }
        }
    }
    LongList {
        objectName: "checks"
        x: Theme.upright ? 0 : summary.width + Theme.gutter
        y: Theme.upright ? summary.height + Theme.gutter : 0
        width: page.width - x
        height: page.height - y
        model: page.viewModel.checks
        delegate: Card {
            id: line
            required property var modelData
            width: ListView.view.width
            height: words.height + 56 * Theme.u
            contour: 4 * Theme.u
            Art {
                x: 24 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                name: line.modelData.level === "ok" ? "icon/check-disc" : line.modelData.level === "warning" ? "icon/info" : "icon/warning"
                width: Math.round(64 * Theme.u)
                height: width
            }
            Column {
                id: words
                x: 112 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x - 28 * Theme.u
                Txt {
                    width: parent.width
                    text: line.modelData.what
                    size: 34
                    bold: line.modelData.level !== "ok"
                }
                Txt {
                    width: parent.width
                    visible: line.modelData.level !== "ok"
                    text: line.modelData.how
                    size: 32
                    color: Theme.ink2
                }
            }
        }
    }
}
