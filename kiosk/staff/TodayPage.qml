import QtQuick
import kiosk.ui

// What matters today: visits, answers, lanterns; the week; what to look after.
StaffPage {
    id: page
    required property TodayViewModel viewModel
    readonly property real third: (width - 2 * Theme.gutter) / 3
    readonly property real rowHeight: (Theme.upright ? 200 : 220) * Theme.u
    title: qsTr("今天")
    subtitle: qsTr("只数真的来访；演练和模拟的没有算进来")
    primaryLabel: qsTr("台账")
    primaryName: "to-ledger"

    BigNumber {
        id: visits
        width: Theme.upright ? page.width : page.third
        height: page.rowHeight
        name: qsTr("来访")
        value: page.viewModel.ready ? page.viewModel.visits : "…"
        unit: qsTr("人次")
        picture: "icon/people-two"
    }
    BigNumber {
        id: answers
        x: Theme.upright ? 0 : page.third + Theme.gutter
        y: Theme.upright ? page.rowHeight + Theme.gutter : 0
        width: Theme.upright ? page.width : page.third
        height: page.rowHeight
        name: qsTr("答题")
        value: page.viewModel.ready ? page.viewModel.answers : "…"
        unit: qsTr("题")
        note: page.viewModel.rightPercent >= 0 ? qsTr("答对 %1%").arg(page.viewModel.rightPercent) : ""
        picture: "icon/check-disc"
    }
    BigNumber {
        x: Theme.upright ? 0 : 2 * (page.third + Theme.gutter)
        y: Theme.upright ? 2 * (page.rowHeight + Theme.gutter) : 0
        width: Theme.upright ? page.width : page.third
        height: page.rowHeight
        name: qsTr("点亮灯笼")
        value: page.viewModel.ready ? page.viewModel.lanterns : "…"
        unit: qsTr("盏")
        picture: "lantern"
    }
    Card {
        id: week
        y: (Theme.upright ? 3 : 1) * (page.rowHeight + Theme.gutter)
        width: Theme.upright ? page.width : 2 * page.third + Theme.gutter
        height: Theme.upright ? (page.height - y - Theme.gutter) * 0.52 : page.height - y
        contour: 4 * Theme.u
        Txt {
            id: weekTitle
            x: 32 * Theme.u
            y: 24 * Theme.u
            text: qsTr("这七天的来访")
            size: 40
            bold: true
            wrap: false
        }
        DayBars {
            x: 32 * Theme.u
            y: weekTitle.y + weekTitle.height + 8 * Theme.u
            width: parent.width - 64 * Theme.u
            height: parent.height - y - 16 * Theme.u
            days: page.viewModel.days
        }
    }
    Notices {
        x: Theme.upright ? 0 : 2 * (page.third + Theme.gutter)
        y: Theme.upright ? week.y + week.height + Theme.gutter : week.y
        width: Theme.upright ? page.width : page.third
        height: page.height - y
        sentences: page.viewModel.troubles
    }
}
