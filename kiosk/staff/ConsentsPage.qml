pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Guardians' forms: find one, register one, take one back, and bring some into the booth.
StaffPage {
    id: page
    required property ConsentsViewModel viewModel
    readonly property ConsentsEntry entry: viewModel.entry
    readonly property ConsentsPaper paper: viewModel.paper
    readonly property string stage: viewModel.stage
    readonly property bool listing: stage === "list"
    readonly property bool paperOpen: stage === "paper"
    signal backTapped
    title: stage === "entry" ? qsTr("登记同意书") : stage === "receipt" ? qsTr("撤回好了") : qsTr("同意书")
    subtitle: listing ? qsTr("点一份选上，最多四份；没有名字，只有纸上的编号") : ""
    primaryLabel: listing ? (viewModel.chosen > 0 ? qsTr("进播报站") : "") : stage === "entry" ? qsTr("登记") : stage === "receipt" ? qsTr("好了") : ""
    primaryUsable: stage !== "entry" || entry.ready
    onPrimaryTapped: listing ? viewModel.bringIn() : stage === "entry" ? entry.register() : viewModel.back()

    Loader {
        active: page.listing
        width: page.width
        height: foot.y - Theme.gutter
        sourceComponent: ConsentsList {
            viewModel: page.viewModel
        }
    }
    Loader {
        active: page.stage === "entry"
        width: page.width
        height: foot.y - Theme.gutter
        sourceComponent: ConsentsForm {
            entry: page.entry
        }
    }
    Loader {
        active: page.paperOpen
        width: page.width
        height: foot.y - Theme.gutter
        sourceComponent: ConsentsSheet {
            paper: page.paper
        }
    }
    Loader {
        active: page.stage === "receipt"
        width: page.width
        height: page.height
        sourceComponent: ConsentsReceiptCard {
            receipt: page.viewModel.receipt
        }
    }
    TakesFoot {
        id: foot
        visible: page.stage !== "receipt"
        y: page.height - height
        width: page.width
        message: page.paperOpen ? page.paper.message : page.listing ? (page.viewModel.message !== "" ? page.viewModel.message : page.viewModel.blank.message) : page.entry.wrong ? page.entry.message : ""
        good: page.listing && (page.viewModel.message !== "" ? page.viewModel.good : page.viewModel.blank.good)
        hint: page.listing ? page.viewModel.notice : page.paperOpen ? "" : page.entry.message !== "" ? page.entry.message : qsTr("照着纸上打的勾点：四项分开，家长没勾的就不点。现在的规矩是第 %1 版。").arg(page.entry.terms)
        spare: act.visible ? act.width + (blank.visible ? blank.width + Theme.gutter : 0) + Theme.gutter : 0
        backLabel: page.listing ? qsTr("回到播报站") : qsTr("回到列表")
        onBackTapped: page.listing ? page.backTapped() : page.viewModel.back()
        BigButton {
            id: act
            objectName: page.listing ? "register" : "withdraw-all"
            visible: page.listing ? page.viewModel.mayRegister : page.paperOpen && page.paper.mayWithdraw && page.paper.kinds.some(kind => kind.stands)
            anchors.right: parent.right
            words: 34
            tone: page.listing ? "glow" : "rose"
            label: page.listing ? qsTr("登记一份") : page.paper.allAsked ? qsTr("再点一次") : qsTr("全部撤回")
            onTapped: page.listing ? page.viewModel.begin() : page.paper.withdraw("all")
        }
        BigButton {
            id: blank
            objectName: "print-blank"
            visible: page.listing && page.viewModel.mayRegister
            x: act.x - width - Theme.gutter
            words: 34
            icon: page.viewModel.blank.canPrint ? "printer" : "usb-stick"
            label: Theme.upright ? qsTr("空白表") : qsTr("空白同意书")
            usable: !page.viewModel.blank.busy
            onTapped: page.viewModel.printBlank()
        }
    }
}
