pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Takes that wait for review: whose time ends first stands on top.
StaffPage {
    id: page
    required property ReviewViewModel viewModel
    readonly property bool listing: viewModel.stage === "list"
    signal backTapped
    title: listing ? qsTr("等审核的录音") : viewModel.stage === "duty" ? qsTr("马上报告") : qsTr("听一听，对照清单")
    subtitle: listing ? qsTr("到期最近的在最上面；到期没审核就自动删掉") : ""
    primaryLabel: viewModel.stage === "duty" ? qsTr("知道了") : listing ? "" : viewModel.verdict === "approved" ? qsTr("通过") : viewModel.verdict === "held" ? qsTr("留住") : viewModel.sure ? qsTr("确定删掉") : qsTr("不通过")
    primaryUsable: viewModel.stage === "duty" || viewModel.usable
    onPrimaryTapped: viewModel.stage === "duty" ? viewModel.back() : viewModel.decide()
    Component.onDestruction: viewModel.hush()

    LongList {
        objectName: "takes"
        visible: page.listing
        width: page.width
        height: page.height - foot.height - Theme.gutter
        model: page.listing ? page.viewModel.takes : []
        delegate: ReviewRow {
            required property var modelData
            required property int index
            objectName: "take-" + index
            width: ListView.view.width - 20 * Theme.u
            take: modelData
            onTapped: page.viewModel.choose(modelData.key)
        }
    }
    Notices {
        visible: page.listing && page.viewModel.takes.length === 0
        width: page.width
        height: 200 * Theme.u
        calmHeading: qsTr("没有等审核的录音")
        calmText: qsTr("孩子在播报站留下的录音，会先到这里。")
    }
    Loader {
        active: page.viewModel.stage === "take"
        width: page.width
        height: page.height - foot.height - Theme.gutter
        sourceComponent: ReviewTake {
            viewModel: page.viewModel
        }
    }
    Loader {
        active: page.viewModel.stage === "duty"
        width: page.width
        height: page.height
        sourceComponent: ReviewDuty {}
    }
    TakesFoot {
        id: foot
        visible: page.viewModel.stage !== "duty"
        y: page.height - height
        width: page.width
        message: page.viewModel.message
        good: page.viewModel.good
        backLabel: page.listing ? qsTr("回到播报站") : qsTr("回到列表")
        onBackTapped: page.listing ? page.backTapped() : page.viewModel.back()
    }
}
