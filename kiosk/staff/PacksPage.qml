pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What is played here, what lies on the stick, and the way of a chosen file: report, preview, PIN, installed.
StaffPage {
    id: page
    required property PacksViewModel viewModel
    readonly property ShelfModel shelf: viewModel.shelf
    readonly property ReportModel report: viewModel.report
    readonly property PreviewModel preview: viewModel.preview
    readonly property MendModel mend: viewModel.mend
    readonly property LongWork work: viewModel.work
    readonly property string stage: viewModel.stage
    readonly property real half: Theme.upright ? width : (width - Theme.gutter) * 0.58
    title: ({
            "report": qsTr("检查结果"),
            "preview": qsTr("孩子会看到这样的题"),
            "mend": qsTr("补一补"),
            "pin": qsTr("装上之前")
        })[stage] ?? qsTr("题包")
    readonly property string summary: shelf.waiting > 0 ? qsTr("孩子现在能玩 %1 道题，还有 %2 道要补一补").arg(shelf.playable).arg(shelf.waiting) : qsTr("孩子现在能玩 %1 道题").arg(shelf.playable)
    subtitle: stage === "list" ? summary : stage === "mend" ? qsTr("第 %1 道，共 %2 道").arg(mend.number).arg(mend.count) : report.fileName
    primaryLabel: {
        if (stage === "report" && report.stored > 0 && !report.hasItems)
            return qsTr("装上");
        if (stage === "report" && report.stored > 0)
            return report.good > 0 ? qsTr("看看 %1 道题").arg(report.good) : qsTr("装上 %1 道题").arg(report.stored);
        if (stage === "preview")
            return qsTr("装上 %1 道题").arg(report.stored);
        return stage === "mend" ? qsTr("保存 %1 道").arg(mend.touched) : "";
    }
    // The station in the preview has a button of that name.
    primaryName: stage === "preview" ? "install" : "primary"
    primaryUsable: stage !== "mend" || mend.touched > 0
    onPrimaryTapped: stage === "report" ? viewModel.showPreview() : stage === "preview" ? viewModel.install() : viewModel.saveMended()

    BankList {
        visible: page.stage === "list"
        width: page.half
        height: Theme.upright ? (page.height - Theme.gutter) * 0.5 : page.height
        viewModel: page.viewModel
        shelf: page.shelf
    }
    StickFiles {
        visible: page.stage === "list"
        x: Theme.upright ? 0 : page.half + Theme.gutter
        y: Theme.upright ? (page.height + Theme.gutter) * 0.5 : 0
        width: page.width - x
        height: page.height - y
        viewModel: page.viewModel
        stick: page.viewModel.stick
    }
    PackReport {
        visible: page.stage === "report"
        width: page.width
        height: page.height
        viewModel: page.viewModel
        report: page.report
    }
    Loader {
        active: page.stage === "preview"
        width: page.width
        height: page.height
        sourceComponent: PackPreview {
            preview: page.preview
            onBackTapped: page.viewModel.back()
        }
    }
    Loader {
        active: page.stage === "mend"
        width: page.width
        height: page.height
        sourceComponent: MendBoard {
            mend: page.mend
            onBackTapped: page.viewModel.back()
        }
    }
    Loader {
        active: page.stage === "pin"
        width: page.width
        height: page.height
        sourceComponent: Item {
            PadPage {
                width: parent.width
                height: parent.height
                viewModel: page.viewModel.pad as PadViewModel
                backShown: true
                onBackTapped: page.viewModel.back()
            }
        }
    }
    ProgressCard {
        visible: page.stage === "busy"
        width: page.width
        height: page.height
        what: page.work.what
        done: page.work.done
        total: page.work.total
        stopping: page.work.stopping
        onStopTapped: page.work.giveUp()
    }
}
