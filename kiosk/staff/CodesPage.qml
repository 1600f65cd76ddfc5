pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Return codes on cards, a school's list, papers to hang up: the list of ways, and each way's own view.
StaffPage {
    id: page
    required property CodesViewModel viewModel
    readonly property CodesIssue issue: viewModel.issue as CodesIssue
    readonly property string stage: viewModel.stage
    // What lies at the upper left begins below the way back.
    readonly property real inset: back.height + Theme.gutter
    title: ({
            "seats": qsTr("给谁发卡片"),
            "form": qsTr("同意书"),
            "once": qsTr("卡片，只显示这一次"),
            "withdraw": qsTr("收回一张卡片"),
            "receipt": qsTr("删除凭据"),
            "roster": qsTr("导入名册"),
            "posters": qsTr("海报和证书")
        })[stage] ?? qsTr("卡片和海报")
    subtitle: stage === "list" ? qsTr("三个图案让孩子回来时找到自己的承诺；没有名字") : stage === "roster" ? qsTr("只留下班级和座位数") : ""
    primaryLabel: {
        if (stage === "seats")
            return qsTr("下一步");
        if (stage === "form")
            return issue.count > 1 ? qsTr("登记，发 %1 张").arg(issue.count) : qsTr("登记，发一张");
        if (stage === "once")
            return viewModel.sure ? qsTr("没有印也没有存，真的不要了") : qsTr("都拿好了");
        return stage === "withdraw" ? qsTr("删除") : stage === "receipt" ? qsTr("好了") : "";
    }
    primaryUsable: stage === "form" ? issue.ready : stage !== "withdraw" || viewModel.typed !== ""
    onPrimaryTapped: viewModel.primary()

    BigButton {
        id: back
        objectName: "codes-back"
        visible: ["seats", "form", "withdraw", "roster", "posters"].includes(page.stage) && !page.issue.busy
        icon: "arrow-left"
        words: 34
        label: qsTr("返回")
        onTapped: page.viewModel.back()
    }
    Loader {
        width: page.width
        height: page.height
        sourceComponent: page.issue.busy ? busy : ({
                "list": list,
                "seats": seats,
                "form": form,
                "once": once,
                "withdraw": withdraw,
                "receipt": receipt,
                "roster": roster,
                "posters": posters
            })[page.stage]
    }
    Component {
        id: list
        CodesList {
            viewModel: page.viewModel
        }
    }
    Component {
        id: seats
        CodesSeats {
            issue: page.issue
            inset: page.inset
        }
    }
    Component {
        id: form
        CodesEntry {
            inset: page.inset
            heading: page.issue.count > 1 ? qsTr("第一份同意书的编号") : qsTr("同意书的编号")
            note: page.issue.range
            number: page.issue.number
            message: page.issue.message
            day: page.issue.signed
            dayLabel: qsTr("签字的日子")
            isToday: page.issue.isToday
            onPressed: digit => page.issue.press(digit)
            onCleared: page.issue.clear()
            onErased: page.issue.erase()
            onStepped: days => page.issue.stepDay(days)
        }
    }
    Component {
        id: busy
        ProgressCard {
            what: qsTr("正在登记")
            done: page.issue.made
            total: page.issue.count
            mayStop: false
        }
    }
    Component {
        id: once
        CodesOnce {
            viewModel: page.viewModel
        }
    }
    Component {
        id: withdraw
        CodesEntry {
            inset: page.inset
            heading: qsTr("要收回的同意书编号")
            note: qsTr("卡片和后面的承诺一起删除，备份里也打不开了。")
            number: page.viewModel.typed
            message: page.viewModel.message
            onPressed: digit => page.viewModel.press(digit)
            onCleared: page.viewModel.clear()
            onErased: page.viewModel.erase()
        }
    }
    Component {
        id: receipt
        CodesReceipt {
            lines: page.viewModel.receipt
        }
    }
    Component {
        id: roster
        RosterView {
            roster: page.viewModel.roster as RosterModel
            inset: page.inset
        }
    }
    Component {
        id: posters
        CodesPosterView {
            posters: page.viewModel.posters as CodesPosters
            inset: page.inset
        }
    }
}
