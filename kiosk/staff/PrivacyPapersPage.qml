pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The year's audit by one press, and the papers of the privacy office.
StaffPage {
    id: page
    required property PrivacyPapersViewModel viewModel
    readonly property LongWork work: viewModel.work
    readonly property PaperOut out: viewModel.out
    readonly property bool idle: !work.running && viewModel.lock.code === ""
    readonly property int columns: Theme.upright ? 1 : 2
    readonly property int lines: Math.ceil(viewModel.papers.length / columns)
    signal backTapped
    title: qsTr("审计和纸面材料")
    subtitle: qsTr("都按机器现在的设置排好；只有计数和编号，没有孩子的姓名")
    primaryLabel: !idle ? "" : qsTr("做审计资料包")
    primaryName: "make-audit"
    primaryUsable: !out.busy
    onPrimaryTapped: viewModel.makeAudit()

    Card {
        id: audit
        visible: page.idle
        width: page.width
        height: (Theme.upright ? 340 : 220) * Theme.u
        contour: 4 * Theme.u
        face: page.viewModel.due !== "" ? Theme.coralSoft : Theme.glowSoft
        Art {
            id: picture
            x: 32 * Theme.u
            y: (parent.height - height) / 2
            name: "icon/export"
            width: Math.round(112 * Theme.u)
            height: width
        }
        Column {
            id: words
            x: 176 * Theme.u
            y: (Theme.upright ? 24 : 28) * Theme.u
            width: (Theme.upright ? parent.width : years.x) - x - 24 * Theme.u
            spacing: 4 * Theme.u
            Txt {
                width: parent.width
                height: 60 * Theme.u
                text: qsTr("%1 年审计资料包").arg(page.viewModel.year)
                size: 44
                bold: true
                fit: true
                wrap: false
            }
            Txt {
                width: parent.width
                height: 88 * Theme.u
                text: page.viewModel.due !== "" ? page.viewModel.due : qsTr("人数、同意、清理、删除凭据、访问、导出、申请、事件、设置，再加全部纸面材料。")
                size: 32
                bold: page.viewModel.due !== ""
                fit: true
                color: page.viewModel.due !== "" ? Theme.coralDeep : Theme.ink2
            }
        }
        Row {
            id: years
            x: parent.width - width - 28 * Theme.u
            y: Theme.upright ? parent.height - height - 24 * Theme.u : (parent.height - height) / 2
            spacing: 16 * Theme.u
            BigButton {
                objectName: "year-less"
                width: Theme.target
                icon: "arrow-left"
                guarded: false
                usable: !page.viewModel.oldest
                onTapped: page.viewModel.stepYear(-1)
            }
            Txt {
                objectName: "year"
                anchors.verticalCenter: parent.verticalCenter
                width: 160 * Theme.u
                text: page.viewModel.year
                size: 48
                bold: true
                centred: true
                wrap: false
            }
            BigButton {
                objectName: "year-more"
                width: Theme.target
                icon: "arrow-right"
                guarded: false
                usable: !page.viewModel.newest
                onTapped: page.viewModel.stepYear(1)
            }
        }
    }
    Grid {
        id: papers
        visible: page.idle
        y: audit.height + Theme.gutter
        columns: page.columns
        spacing: Theme.gutter
        Repeater {
            model: page.viewModel.papers
            PrivacyPaper {
                required property var modelData
                width: (page.width - (page.columns - 1) * Theme.gutter) / page.columns
                height: (foot.y - Theme.gutter - papers.y - (page.lines - 1) * Theme.gutter) / page.lines
                paper: modelData
                out: page.out
                onSaved: page.viewModel.savePaper(modelData.key)
                onPrinted: page.viewModel.printPaper(modelData.key)
            }
        }
    }
    ProgressCard {
        visible: page.work.running
        width: page.width
        height: page.height
        what: page.work.what
        done: page.work.done
        total: page.work.total
        stopping: page.work.stopping
        onStopTapped: page.work.giveUp()
    }
    TakesFoot {
        id: foot
        visible: page.idle
        y: page.height - height
        width: page.width
        message: page.out.message
        good: page.out.good
        spare: lock.width + Theme.gutter
        hint: page.out.hasStick ? qsTr("会存到 U 盘。") : qsTr("没有 U 盘，会先存在展台里；插上 U 盘就存到 U 盘。")
        backLabel: qsTr("回到隐私")
        onBackTapped: page.backTapped()
        BigButton {
            id: lock
            objectName: "lock"
            anchors.right: parent.right
            words: 32
            tone: page.viewModel.lock.on ? "light" : "paper"
            label: page.viewModel.lock.on ? qsTr("资料包：加密码") : qsTr("资料包：不加密")
            guarded: false
            onTapped: page.viewModel.lock.turn()
        }
    }
    LockCard {
        width: page.width
        height: page.height
        lock: page.viewModel.lock
    }
}
