pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// While a class is here, and once it is over: how many are through, what is left of the time, where it stands.
Item {
    id: panel
    required property ClassSessionViewModel viewModel
    readonly property var board: viewModel.board
    readonly property ClassKiosksViewModel kiosks: viewModel.kiosks as ClassKiosksViewModel
    readonly property bool running: viewModel.stage === "board"
    readonly property real third: (width - 2 * Theme.gutter) / 3
    signal sheetsTapped
    readonly property real numbersHeight: (Theme.upright ? 200 : 230) * Theme.u

    BigNumber {
        id: done
        visible: panel.running
        objectName: "class-finished"
        width: Theme.upright ? (panel.width - Theme.gutter) / 2 : panel.third
        height: panel.numbersHeight
        name: panel.board.testing ? qsTr("做完 %1").arg(panel.board.moment) : panel.board.moment
        value: panel.board.testing ? panel.board.done : qsTr("进行中")
        unit: panel.board.testing ? (panel.board.present > 0 ? qsTr("/ %1 人").arg(panel.board.present) : qsTr("人")) : ""
        note: panel.board.testing && panel.board.underWay > 0 ? qsTr("%1 人在做").arg(panel.board.underWay) : ""
        picture: panel.board.testing ? "icon/check-disc" : "icon/play"
    }
    Repeater {
        model: panel.running ? [] : panel.board.tests
        BigNumber {
            required property var modelData
            required property int index
            x: index * (width + Theme.gutter)
            width: done.width
            height: panel.numbersHeight
            name: qsTr("做完 %1").arg(modelData.name)
            value: modelData.done
            unit: qsTr("人")
            picture: "icon/check-disc"
        }
    }
    BigNumber {
        id: left
        visible: panel.running
        x: done.width + Theme.gutter
        width: done.width
        height: panel.numbersHeight
        name: qsTr("还剩")
        value: panel.board.left
        unit: qsTr("分钟")
        note: panel.running && panel.board.over ? qsTr("时间到了") : ""
        picture: "icon/clock"
    }
    BigNumber {
        id: code
        x: Theme.upright ? 0 : 2 * (panel.third + Theme.gutter)
        y: Theme.upright ? panel.numbersHeight + Theme.gutter : 0
        width: Theme.upright ? panel.width : panel.third
        height: panel.numbersHeight
        name: qsTr("课堂码")
        value: panel.board.code
        note: panel.board.kiosks > 1 ? qsTr("%1 台展台").arg(panel.board.kiosks) : qsTr("别台输入它加入")
        picture: "icon/people-four"
    }
    Card {
        id: road
        y: code.y + code.height + Theme.gutter
        width: panel.width
        height: 190 * Theme.u
        contour: 4 * Theme.u
        Row {
            x: 32 * Theme.u
            height: parent.height
            spacing: 20 * Theme.u
            Repeater {
                model: panel.board.parts
                Row {
                    id: part
                    required property var modelData
                    required property int index
                    anchors.verticalCenter: parent?.verticalCenter
                    spacing: 20 * Theme.u
                    Art {
                        visible: part.index > 0
                        anchors.verticalCenter: parent.verticalCenter
                        name: "icon/arrow-right"
                        width: Math.round(56 * Theme.u)
                        height: width
                    }
                    Pill {
                        height: 104 * Theme.u
                        implicitWidth: 240 * Theme.u
                        ground: part.modelData.state === "now" ? Theme.light : part.modelData.state === "done" ? Theme.jadeSoft : Theme.paper
                        edge: part.modelData.state === "ahead" ? Theme.paperShade : Theme.ink
                        wordColor: part.modelData.state === "ahead" ? Theme.ink2 : Theme.ink
                        icon: part.modelData.state === "done" ? "check" : part.modelData.state === "now" ? "lantern-small" : ""
                        size: 40
                        bold: part.modelData.state === "now"
                        text: part.modelData.name
                    }
                }
            }
        }
    }
    Txt {
        id: hint
        y: road.y + road.height + Theme.gutter
        width: panel.width
        visible: panel.viewModel.message === "" && panel.kiosks.lan === ""
        text: !panel.running ? qsTr("几台展台一起上的课：把别台的记录收进来，报告就是全班的。") : panel.board.testing ? qsTr("点“回到孩子屏幕”，小朋友就能开始答题；中间那块“老师长按”三秒，再回到这里。") : qsTr("点“回到孩子屏幕”，小朋友就能闯关；右上角长按三秒，再回到这里。")
        size: 34
        color: Theme.ink2
    }
    Row {
        y: hint.y
        visible: panel.kiosks.lan !== ""
        spacing: 18 * Theme.u
        Art {
            name: panel.kiosks.well ? "icon/check-disc" : "icon/people-four"
            width: Math.round(48 * Theme.u)
            height: width
        }
        Txt {
            objectName: "class-lan-told"
            width: panel.width - 66 * Theme.u
            text: panel.kiosks.lan
            size: 34
            color: panel.kiosks.well ? Theme.jadeDeep : Theme.ink
        }
    }
    ClassSessionSticks {
        y: panel.height - height
        width: panel.width
        viewModel: panel.viewModel
        running: panel.running
        onSheetsTapped: panel.sheetsTapped()
    }
}
