import QtQuick
import kiosk.ui

// What is played here, what lies on the stick, and the report on a chosen file.
StaffPage {
    id: page
    required property PacksViewModel viewModel
    readonly property real half: Theme.upright ? width : (width - Theme.gutter) * 0.56
    title: viewModel.stage === "report" ? qsTr("检查结果") : qsTr("题包")
    subtitle: viewModel.stage === "report" ? viewModel.fileName : qsTr("孩子现在能玩 %1 道题").arg(viewModel.playable)
    primaryLabel: viewModel.stage === "report" && viewModel.storedItems > 0 ? qsTr("装上 %1 道题").arg(viewModel.storedItems) : ""
    onPrimaryTapped: viewModel.install()

    BankList {
        visible: page.viewModel.stage === "list"
        width: page.half
        height: Theme.upright ? (page.height - Theme.gutter) * 0.5 : page.height
        viewModel: page.viewModel
    }
    StickFiles {
        visible: page.viewModel.stage === "list"
        x: Theme.upright ? 0 : page.half + Theme.gutter
        y: Theme.upright ? (page.height + Theme.gutter) * 0.5 : 0
        width: page.width - x
        height: page.height - y
        viewModel: page.viewModel
    }
    PackReport {
        visible: page.viewModel.stage === "report"
        width: page.width
        height: page.height
        viewModel: page.viewModel
    }
    ProgressCard {
        visible: page.viewModel.stage === "busy"
        width: page.width
        height: page.height
        what: page.viewModel.busyText
        done: page.viewModel.done
        total: page.viewModel.all
        mayStop: page.viewModel.mayStop
        onStopTapped: page.viewModel.giveUp()
    }
}
