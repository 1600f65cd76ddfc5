pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// 课堂: what is asked before, the board while it runs, the whole class on one screen, and what comes after.
StaffPage {
    id: page
    required property ClassSessionViewModel viewModel
    readonly property string stage: viewModel.stage
    readonly property var board: viewModel.board
    readonly property ClassWholeViewModel whole: viewModel.whole as ClassWholeViewModel
    signal reportTapped
    signal sheetsTapped

    title: qsTr("课堂")
    subtitle: ({
            "ask": qsTr("先测一测，再闯关，最后看看学到了什么"),
            "class": qsTr("哪个班在上课？"),
            "packs": qsTr("点亮要玩的题库；都不点，就是全部"),
            "present": qsTr("今天到了多少位小朋友？"),
            "code": qsTr("输入 4 位课堂码"),
            "whole": whole?.place ?? "",
            "over": qsTr("这节课已经结束")
        })[stage] ?? qsTr("进行中 · %1").arg(board.class ?? "")
    primaryLabel: ({
            "ask": qsTr("开始上课"),
            "packs": qsTr("选好了"),
            "present": qsTr("确定"),
            "code": qsTr("加入"),
            "board": board.following === "ended" ? qsTr("结束课堂") : qsTr("下一步：%1").arg(board.followingName ?? ""),
            "whole": whole?.explaining ? (whole.last ? "" : qsTr("下一条")) : whole?.last ? qsTr("记下") : qsTr("记下，下一条"),
            "over": qsTr("看课堂报告")
        })[stage] ?? ""
    primaryUsable: stage === "present" || stage === "code" ? viewModel.typedReady : stage === "whole" ? (whole?.explaining || whole?.complete) ?? false : true
    onPrimaryTapped: {
        if (stage === "ask")
            viewModel.start();
        else if (stage === "packs")
            viewModel.open("ask");
        else if (stage === "present" || stage === "code")
            viewModel.enter();
        else if (stage === "board")
            viewModel.moveOn();
        else if (stage === "whole")
            whole.explaining ? whole.step(1) : whole.keep();
        else
            page.reportTapped();
    }
    onWidthChanged: measure()
    Component.onCompleted: measure()

    function measure(): void {
        viewModel?.screenIs(Theme.windowWidth, Theme.windowHeight, Theme.pixelsPerMillimetre);
    }
    Connections {
        target: page.viewModel
        function onEnded(): void {
            page.reportTapped();
        }
    }
    Card {
        id: told
        visible: page.viewModel.message !== ""
        width: page.width
        height: visible ? Math.max(104 * Theme.u, words.implicitHeight + 48 * Theme.u) : 0
        contour: 4 * Theme.u
        face: page.viewModel.good ? Theme.jadeSoft : Theme.coralSoft
        Txt {
            id: words
            objectName: "message"
            x: 28 * Theme.u
            width: parent.width - 56 * Theme.u
            height: parent.height
            text: page.viewModel.message
            size: 34
            bold: true
            fit: true
            color: page.viewModel.good ? Theme.jadeDeep : Theme.coralDeep
        }
    }
    Loader {
        y: told.visible ? told.height + Theme.gutter : 0
        width: page.width
        height: page.height - y
        sourceComponent: ({
                "ask": ask,
                "class": pick,
                "packs": pick,
                "present": typed,
                "code": typed,
                "board": running,
                "whole": together,
                "over": over
            })[page.stage]
    }
    Component {
        id: ask
        ClassSessionAsk {
            viewModel: page.viewModel
            onSheetsTapped: page.sheetsTapped()
        }
    }
    Component {
        id: pick
        ClassSessionPick {
            viewModel: page.viewModel
        }
    }
    Component {
        id: typed
        ClassSessionTyped {
            viewModel: page.viewModel
        }
    }
    Component {
        id: running
        ClassSessionBoard {
            viewModel: page.viewModel
            onSheetsTapped: page.sheetsTapped()
        }
    }
    Component {
        id: together
        ClassSessionWhole {
            viewModel: page.whole
            onBackTapped: page.viewModel.open("board")
        }
    }
    Component {
        id: over
        ClassSessionBoard {
            viewModel: page.viewModel
            onSheetsTapped: page.sheetsTapped()
        }
    }
}
