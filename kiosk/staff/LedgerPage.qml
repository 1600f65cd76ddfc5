import QtQuick
import kiosk.ui

// 台账: the month's charts at once, all numbers one tap further, and one press that hands it in.
StaffPage {
    id: page
    required property LedgerViewModel viewModel
    readonly property LongWork work: viewModel.work as LongWork
    readonly property string stage: work.running ? "busy" : viewModel.stage
    readonly property bool looking: stage === "charts" || stage === "numbers"
    title: qsTr("台账")
    subtitle: qsTr("只数真的来访；少于 5 人的数字不显示")
    primaryLabel: stage === "busy" ? "" : !looking ? qsTr("看图") : viewModel.mayHandIn ? qsTr("存成文件") : ""
    primaryUsable: viewModel.ready || !looking
    onPrimaryTapped: looking ? viewModel.handIn() : viewModel.show("charts")

    LedgerPeriod {
        id: picker
        visible: page.looking
        width: page.width
        viewModel: page.viewModel
    }
    Card {
        id: trouble
        visible: page.viewModel.message !== "" && page.looking
        y: picker.height + 16 * Theme.u
        width: page.width
        height: visible ? 108 * Theme.u : 0
        contour: 4 * Theme.u
        face: Theme.coralSoft
        Txt {
            objectName: "message"
            anchors.fill: parent
            anchors.margins: 18 * Theme.u
            text: page.viewModel.message
            size: 32
            fit: true
            color: Theme.coralDeep
        }
    }
    Item {
        id: room
        y: (picker.visible ? picker.height + 16 * Theme.u : 0) + (trouble.visible ? trouble.height + 16 * Theme.u : 0)
        width: page.width
        height: page.height - y
        LedgerCharts {
            visible: page.stage === "charts"
            anchors.fill: parent
            viewModel: page.viewModel
        }
        LedgerNumbers {
            visible: page.stage === "numbers"
            anchors.fill: parent
            facts: page.viewModel.shown.facts
            tables: page.viewModel.shown.tables
        }
        LedgerCount {
            visible: page.stage === "count"
            anchors.fill: parent
            counting: page.viewModel.counting as LedgerCounting
        }
        LedgerSpan {
            visible: page.stage === "days"
            anchors.fill: parent
            days: page.viewModel.days as LedgerDays
        }
    }
    ProgressCard {
        visible: page.stage === "busy"
        width: page.width
        height: page.height
        what: page.work.what
        stopping: page.work.stopping
        onStopTapped: page.work.giveUp()
    }
    Card {
        visible: page.stage === "done"
        width: page.width
        height: page.height
        contour: 4 * Theme.u
        face: Theme.jadeSoft
        Column {
            anchors.centerIn: parent
            width: parent.width - 96 * Theme.u
            spacing: 28 * Theme.u
            Art {
                anchors.horizontalCenter: parent.horizontalCenter
                name: "icon/check-disc"
                width: Math.round(140 * Theme.u)
                height: width
            }
            Txt {
                width: parent.width
                text: qsTr("台账写好了，可以直接上交")
                size: 56
                bold: true
                centred: true
                color: Theme.jadeDeep
            }
            Txt {
                objectName: "saved"
                width: parent.width
                text: page.viewModel.saved
                size: 34
                centred: true
            }
        }
    }
}
