pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Is the kiosk well? One picture first, then each line with what to do; what needs doing stands on top. Tests below.
StaffPage {
    id: page
    required property HealthViewModel viewModel
    readonly property string level: viewModel.errors > 0 ? "error" : viewModel.warnings > 0 ? "warning" : "ok"
    title: qsTr("健康")
    subtitle: qsTr("每一条都说该怎么办")
    primaryLabel: viewModel.looking ? qsTr("正在检查…") : qsTr("再查一次")
    primaryUsable: !viewModel.looking
    signal touchTapped
    signal soundTapped
    signal syncTapped
    onPrimaryTapped: viewModel.look()

    HealthSummary {
        id: summary
        viewModel: page.viewModel
        level: page.level
        width: Theme.upright ? page.width : 520 * Theme.u
        height: Theme.upright ? 260 * Theme.u : tools.y - Theme.gutter
    }
    HealthClock {
        id: clock
        visible: page.viewModel.clockAsked !== ""
        viewModel: page.viewModel
        x: list.x
        y: Theme.upright ? summary.height + Theme.gutter : 0
        width: list.width
    }
    LongList {
        id: list
        objectName: "checks"
        x: Theme.upright ? 0 : summary.width + Theme.gutter
        y: (Theme.upright ? summary.height + Theme.gutter : 0) + (clock.visible ? clock.height + 16 * Theme.u : 0)
        width: page.width - x
        height: tools.y - Theme.gutter - y
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
    HealthTools {
        id: tools
        y: page.height - height
        width: page.width
        viewModel: page.viewModel
        onTouchTapped: page.touchTapped()
        onSoundTapped: page.soundTapped()
        onSyncTapped: page.syncTapped()
    }
}
