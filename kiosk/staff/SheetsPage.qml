pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// 答题纸: printed for a class, filled in with pencil, photographed, read and decided.
StaffPage {
    id: page
    required property SheetsViewModel viewModel
    readonly property string stage: viewModel.stage

    title: qsTr("答题纸")
    subtitle: stage === "pile" ? viewModel.found : viewModel.hint !== "" ? viewModel.hint : qsTr("不写名字；涂好以后拍照或扫描，展台来读")
    primaryLabel: stage === "home" ? qsTr("答题纸存到 U 盘") : stage === "pile" && viewModel.ready > 0 ? qsTr("记下 %1 张").arg(viewModel.ready) : ""
    onPrimaryTapped: stage === "home" ? viewModel.save() : viewModel.keep()

    Card {
        id: told
        visible: page.viewModel.message !== "" && page.stage !== "working"
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
                "home": home,
                "working": work,
                "pile": pile
            })[page.stage]
    }
    Component {
        id: home
        SheetsHome {
            viewModel: page.viewModel
        }
    }
    Component {
        id: work
        ProgressCard {
            what: page.viewModel.work.what
            done: page.viewModel.work.done
            total: page.viewModel.work.total
            counted: qsTr("%1 / %2 张图片")
            stopping: page.viewModel.work.stopping
            onStopTapped: page.viewModel.work.giveUp()
        }
    }
    Component {
        id: pile
        SheetsPile {
            viewModel: page.viewModel
        }
    }
}
