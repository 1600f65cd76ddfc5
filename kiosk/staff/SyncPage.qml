pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What goes to the hub: what waits and since when on one side; what to know, and what the stick brings, on the other.
StaffPage {
    id: page
    required property SyncViewModel viewModel
    readonly property LongWork work: viewModel.work as LongWork
    readonly property SyncEnrolling enrolling: viewModel.enrolling
    readonly property bool entering: enrolling.step !== "" && !work.running
    readonly property bool looking: enrolling.step === "" && !work.running
    signal backTapped
    title: qsTr("云端同步")
    subtitle: qsTr("没有网络也不要紧，记录都留在展台上")
    primaryLabel: entering ? qsTr("接入云端") : looking && viewModel.enrolled && viewModel.mayAct ? qsTr("现在就同步") : ""
    primaryUsable: !entering || enrolling.ready
    onPrimaryTapped: entering ? enrolling.go() : viewModel.now()

    SyncFacts {
        id: facts
        visible: page.looking
        viewModel: page.viewModel
        width: Theme.upright ? page.width : 620 * Theme.u
        height: Theme.upright ? 760 * Theme.u : page.height
        onBackTapped: page.backTapped()
    }
    Column {
        visible: page.looking
        x: Theme.upright ? 0 : facts.width + Theme.gutter
        y: Theme.upright ? facts.height + Theme.gutter : 0
        width: page.width - x
        height: page.height - y
        spacing: 16 * Theme.u
        Txt {
            id: message
            objectName: "sync-message"
            visible: text !== ""
            width: parent.width
            text: page.viewModel.message
            size: 34
            bold: true
            color: page.viewModel.good ? Theme.ink : Theme.coralDeep
        }
        SyncFiles {
            id: files
            visible: page.viewModel.mayAct
            viewModel: page.viewModel
            width: parent.width
            height: 250 * Theme.u
        }
        LongList {
            objectName: "sync-lines"
            width: parent.width
            height: parent.height - (message.visible ? message.height + 16 * Theme.u : 0) - (files.visible ? files.height + 16 * Theme.u : 0)
            model: page.viewModel.lines
            delegate: Card {
                id: line
                required property var modelData
                width: ListView.view.width - 20 * Theme.u
                height: words.height + 56 * Theme.u
                contour: 4 * Theme.u
                Art {
                    x: 24 * Theme.u
                    anchors.verticalCenter: parent.verticalCenter
                    name: line.modelData.level === "ok" ? "icon/check-disc" : line.modelData.level === "info" ? "icon/info" : "icon/warning"
                    width: Math.round(64 * Theme.u)
                    height: width
                }
                Txt {
                    id: words
                    x: 112 * Theme.u
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - x - 28 * Theme.u
                    text: line.modelData.what
                    size: 34
                }
            }
        }
    }
    SyncEnrol {
        visible: page.entering && page.enrolling.step === "confirm"
        enrolling: page.enrolling
        width: page.width
        height: page.height
    }
    SyncNumber {
        visible: page.entering && page.enrolling.step === "pad"
        enrolling: page.enrolling
        width: page.width
        height: page.height
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
}
