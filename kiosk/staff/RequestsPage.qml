pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// 家长的申请: those that wait, a new one, one of them, and the receipt of an erasure.
StaffPage {
    id: page
    required property RequestsViewModel viewModel
    readonly property RequestsEntry entry: viewModel.entry
    readonly property RequestsOne one: viewModel.one
    readonly property string stage: viewModel.stage
    readonly property bool listing: stage === "list"
    readonly property bool entering: stage === "entry"
    readonly property bool looking: stage === "one"
    readonly property bool locking: looking && one.lock.code !== ""
    signal backTapped
    title: entering ? qsTr("登记一件申请") : looking ? one.title : stage === "receipt" ? qsTr("删好了") : qsTr("家长的申请")
    subtitle: listing ? qsTr("查阅、复制、更正、删除：到期前办好，每一件都登记") : looking ? one.about : ""
    primaryLabel: locking ? "" : listing ? qsTr("登记一件") : entering ? qsTr("登记") : looking ? one.actLabel : qsTr("好了")
    primaryUsable: entering ? entry.ready : looking ? one.mayAnswer : true
    onPrimaryTapped: listing ? viewModel.begin() : entering ? entry.register() : looking ? one.act() : viewModel.back()

    Loader {
        active: page.listing
        width: page.width
        height: foot.y - Theme.gutter
        sourceComponent: RequestsList {
            viewModel: page.viewModel
        }
    }
    Loader {
        active: page.entering
        width: page.width
        height: foot.y - Theme.gutter
        sourceComponent: RequestsForm {
            entry: page.entry
        }
    }
    Loader {
        active: page.looking && !page.locking
        width: page.width
        height: foot.y - Theme.gutter
        sourceComponent: RequestsSheet {
            one: page.one
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
    LockCard {
        width: page.width
        height: page.height
        lock: page.one.lock
    }
    TakesFoot {
        id: foot
        visible: page.stage !== "receipt" && !page.locking
        y: page.height - height
        width: page.width
        message: page.listing ? page.viewModel.message : page.entering ? page.entry.message : page.one.out.message !== "" ? page.one.out.message : page.one.sure ? page.one.hint : ""
        good: page.listing ? page.viewModel.good : page.looking && page.one.out.message !== "" && page.one.out.good
        hint: page.looking ? page.one.hint : page.entering ? qsTr("先看看纸上的编号；没有纸，就用回来码卡片。来的是监护人才登记。") : qsTr("申请编号要告诉家长；办好以后，编号和同意书的联系就断开了。")
        spare: page.looking ? ends.width + Theme.gutter : 0
        backLabel: page.listing ? qsTr("回到隐私") : qsTr("回到列表")
        onBackTapped: page.listing ? page.backTapped() : page.viewModel.back()
        Row {
            id: ends
            anchors.right: parent.right
            spacing: Theme.gutter
            visible: page.looking
            BigButton {
                objectName: "lock"
                visible: page.one.what === "copy" && !page.one.nothing
                words: 32
                tone: page.one.lock.on ? "light" : "paper"
                label: page.one.lock.on ? qsTr("加密码") : qsTr("不加密")
                guarded: false
                onTapped: page.one.lock.turn()
            }
            BigButton {
                objectName: "refuse"
                words: 32
                tone: "rose"
                label: page.one.refuseLabel
                usable: page.one.mayAnswer
                onTapped: page.one.refuse()
            }
        }
    }
}
