pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What a class learned: pictures first, then sentences, figures one tap further; the paper goes onto a stick.
StaffPage {
    id: page
    required property ClassReportViewModel viewModel
    readonly property bool shown: viewModel.stage === "report"
    readonly property int columns: Theme.upright ? 1 : 2
    title: qsTr("班级报告")
    subtitle: shown ? viewModel.about : qsTr("没有孩子的名字，少于 5 人的数字不显示")
    primaryLabel: shown ? qsTr("存成 PDF") : ""
    primaryName: "save"
    onPrimaryTapped: viewModel.save()
    signal qualityTapped

    ClassReportChoose {
        visible: page.viewModel.stage === "choose"
        width: page.width
        height: page.height - (words.visible ? words.height + Theme.gutter : 0)
        viewModel: page.viewModel
        onQualityTapped: page.qualityTapped()
    }
    Txt {
        visible: page.viewModel.stage === "reading"
        anchors.centerIn: parent
        text: qsTr("正在算…")
        size: 48
        wrap: false
    }
    Item {
        id: head
        visible: page.shown
        width: page.width
        height: visible ? Theme.target : 0
        BigButton {
            id: back
            objectName: "back"
            icon: "arrow-left"
            words: 32
            label: qsTr("换一个")
            onTapped: page.viewModel.back()
        }
        Txt {
            objectName: "report-name"
            x: back.width + Theme.gutter
            width: parent.width - x
            height: parent.height
            text: page.viewModel.name
            size: 48
            bold: true
            fit: true
        }
    }
    Flickable {
        id: flick
        objectName: "report"
        visible: page.shown
        y: head.height + 16 * Theme.u
        width: page.width
        height: page.height - y - (words.visible ? words.height + 16 * Theme.u : 0)
        clip: true
        contentHeight: both.height
        boundsBehavior: Flickable.StopAtBounds
        Row {
            id: both
            spacing: Theme.gutter
            Repeater {
                model: page.columns
                Column {
                    id: column
                    required property int index
                    spacing: Theme.gutter
                    Repeater {
                        model: page.viewModel.sections.filter((_, place) => place % page.columns === column.index)
                        ClassReportSection {
                            required property var modelData
                            width: (flick.width - (page.columns - 1) * Theme.gutter - 24 * Theme.u) / page.columns
                            section: modelData
                            figures: page.viewModel.opened.includes(modelData.key)
                            onNumbersTapped: page.viewModel.toggleNumbers(modelData.key)
                        }
                    }
                }
            }
        }
        Rectangle {
            visible: flick.visibleArea.heightRatio < 1
            parent: flick
            anchors.right: parent.right
            y: flick.visibleArea.yPosition * flick.height
            width: 10 * Theme.u
            height: flick.visibleArea.heightRatio * flick.height
            radius: width / 2
            color: Theme.ink2
            opacity: 0.6
        }
    }
    Card {
        id: words
        visible: page.viewModel.message !== "" && page.viewModel.stage !== "saving"
        y: page.height - height
        width: page.width
        height: 150 * Theme.u
        contour: 4 * Theme.u
        face: page.viewModel.good ? Theme.jadeSoft : Theme.coralSoft
        Txt {
            objectName: "message"
            anchors.fill: parent
            anchors.margins: 24 * Theme.u
            text: page.viewModel.message
            size: 34
            fit: true
            color: page.viewModel.good ? Theme.jadeDeep : Theme.coralDeep
        }
    }
    ProgressCard {
        visible: page.viewModel.stage === "saving"
        width: page.width
        height: page.height
        what: page.viewModel.work.what
        done: page.viewModel.work.done
        total: page.viewModel.work.total
        stopping: page.viewModel.work.stopping
        mayStop: false
    }
}
