pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What a file brings: how many are good, how many to mend, and each problem with its place and its remedy.
Item {
    id: report
    required property PacksViewModel viewModel
    readonly property bool refused: viewModel.refusal !== ""
    readonly property real side: Theme.upright ? width : 520 * Theme.u

    Card {
        id: counts
        width: report.refused ? report.width : report.side
        height: Theme.upright && !report.refused ? 260 * Theme.u : parent.height
        contour: 4 * Theme.u
        face: report.refused ? Theme.coralSoft : Theme.paper
        Grid {
            visible: !report.refused
            x: 40 * Theme.u
            y: 32 * Theme.u
            columns: Theme.upright ? 2 : 1
            spacing: 32 * Theme.u
            Column {
                width: Theme.upright ? 220 * Theme.u : report.side - 80 * Theme.u
                Txt {
                    text: qsTr("好的")
                    size: 36
                    color: Theme.ink2
                }
                Txt {
                    objectName: "good"
                    text: report.viewModel.goodItems
                    size: 104
                    bold: true
                    color: Theme.jadeDeep
                }
            }
            Column {
                width: Theme.upright ? 220 * Theme.u : report.side - 80 * Theme.u
                Txt {
                    text: qsTr("要改的")
                    size: 36
                    color: Theme.ink2
                }
                Txt {
                    objectName: "mend"
                    text: report.viewModel.mendItems
                    size: 104
                    bold: true
                    color: report.viewModel.mendItems > 0 ? Theme.coralDeep : Theme.ink
                }
            }
        }
        Txt {
            objectName: "refusal"
            visible: report.refused
            x: 80 * Theme.u
            y: 40 * Theme.u
            width: parent.width - 160 * Theme.u
            height: back.y - y - 16 * Theme.u
            text: report.viewModel.refusal
            size: 48
            bold: true
            centred: true
        }
        BigButton {
            id: back
            objectName: "back"
            x: Theme.upright && !report.refused ? parent.width - width - 32 * Theme.u : 40 * Theme.u
            y: Theme.upright && !report.refused ? (parent.height - height) / 2 : parent.height - height - 28 * Theme.u
            width: Theme.upright || report.refused ? implicitWidth : parent.width - 80 * Theme.u
            icon: "arrow-left"
            label: qsTr("换一个文件")
            onTapped: report.viewModel.back()
        }
    }
    Card {
        visible: report.viewModel.problems.length === 0 && !report.refused
        x: problems.x
        y: problems.y
        width: problems.width
        height: problems.height
        contour: 4 * Theme.u
        face: Theme.jadeSoft
        Txt {
            anchors.fill: parent
            anchors.margins: 48 * Theme.u
            text: qsTr("每一道题都好，可以直接装。")
            size: 48
            bold: true
            centred: true
            color: Theme.jadeDeep
        }
    }
    LongList {
        id: problems
        objectName: "problems"
        x: Theme.upright ? 0 : report.side + Theme.gutter
        y: Theme.upright ? counts.height + Theme.gutter : 0
        width: parent.width - x
        height: parent.height - y
        model: report.viewModel.problems
        delegate: Card {
            id: problem
            required property var modelData
            readonly property bool isError: modelData.level === "error"
            width: ListView.view.width - 20 * Theme.u
            height: words.height + 48 * Theme.u
            contour: 4 * Theme.u
            Art {
                x: 24 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                name: problem.isError ? "icon/warning" : "icon/info"
                width: Math.round(56 * Theme.u)
                height: width
            }
            Column {
                id: words
                x: 104 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x - 28 * Theme.u
                Txt {
                    width: parent.width
                    text: problem.modelData.place
                    size: 28
                    bold: true
                    color: problem.isError ? Theme.coralDeep : Theme.skyDeep
                }
                Txt {
                    width: parent.width
                    text: problem.modelData.what
                    size: 34
                    bold: true
                }
                Txt {
                    width: parent.width
                    text: problem.modelData.how
                    size: 32
                    color: Theme.ink2
                }
            }
        }
    }
}
