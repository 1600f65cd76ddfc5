pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What a file brings: how many are good, how many to mend, and each problem with its place and its remedy.
Item {
    id: board
    required property PacksViewModel viewModel
    required property ReportModel report
    readonly property bool refused: report.refusal !== ""
    readonly property real side: Theme.upright ? width : 520 * Theme.u

    Card {
        id: counts
        width: board.refused ? board.width : board.side
        height: Theme.upright && !board.refused ? 420 * Theme.u : parent.height
        contour: 4 * Theme.u
        face: board.refused ? Theme.coralSoft : Theme.paper
        Row {
            id: numbers
            visible: !board.refused
            x: 40 * Theme.u
            y: 32 * Theme.u
            spacing: 32 * Theme.u
            Column {
                width: 208 * Theme.u
                Txt {
                    text: qsTr("好的")
                    size: 36
                    color: Theme.ink2
                }
                Txt {
                    objectName: "good"
                    width: parent.width
                    height: 132 * Theme.u
                    fit: true
                    wrap: false
                    text: board.report.good
                    size: 104
                    bold: true
                    color: Theme.jadeDeep
                }
            }
            Column {
                width: 208 * Theme.u
                Txt {
                    text: qsTr("要改的")
                    size: 36
                    color: Theme.ink2
                }
                Txt {
                    objectName: "mend"
                    width: parent.width
                    height: 132 * Theme.u
                    fit: true
                    wrap: false
                    text: board.report.mend
                    size: 104
                    bold: true
                    color: board.report.mend > 0 ? Theme.coralDeep : Theme.ink
                }
            }
        }
        Rectangle {
            id: seal
            visible: !board.refused && board.report.signature !== ""
            x: Theme.upright ? back.x + back.width + 24 * Theme.u : 40 * Theme.u
            y: Theme.upright ? back.y + 10 * Theme.u : numbers.y + numbers.height + 16 * Theme.u
            width: parent.width - x - 40 * Theme.u
            height: visible ? 96 * Theme.u : 0
            radius: 24 * Theme.u
            color: board.report.trusted ? Theme.jadeSoft : Theme.coralSoft
            Art {
                id: sealed
                x: 20 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                name: board.report.trusted ? "icon/check-disc" : "icon/warning"
                width: Math.round(52 * Theme.u)
                height: width
            }
            Txt {
                objectName: board.report.trusted ? "signed" : "unsigned"
                x: sealed.x + sealed.width + 16 * Theme.u
                width: parent.width - x - 16 * Theme.u
                height: parent.height
                fit: true
                text: board.report.signature
                size: 30
                bold: true
                color: board.report.trusted ? Theme.jadeDeep : Theme.coralDeep
            }
        }
        Txt {
            objectName: "errors-note"
            visible: !board.refused && board.report.mend > 0
            x: Theme.upright ? numbers.x + numbers.width + 32 * Theme.u : 40 * Theme.u
            y: Theme.upright ? 32 * Theme.u : numbers.y + numbers.height + 20 * Theme.u + (seal.visible ? seal.height + 16 * Theme.u : 0)
            width: parent.width - x - 32 * Theme.u
            height: (Theme.upright ? numbers.height : errors.y - y - 16 * Theme.u)
            fit: true
            text: board.report.errorsNote !== "" ? board.report.errorsNote : board.report.listable ? qsTr("要改的那几行会写成“错误清单.xlsx”，改好再装一次就行。") : qsTr("要改的那几行，请在做这个文件的地方改。")
            size: 32
            bold: board.report.errorsNote !== ""
            color: board.report.errorsNote !== "" ? Theme.jadeDeep : Theme.ink2
        }
        BigButton {
            id: errors
            objectName: "errors"
            visible: !board.refused && board.report.listable && board.report.errorsNote === ""
            x: Theme.upright ? parent.width - width - 32 * Theme.u : 40 * Theme.u
            y: Theme.upright ? back.y : back.y - height - 20 * Theme.u
            width: Theme.upright ? implicitWidth : parent.width - 80 * Theme.u
            tone: "sky"
            words: 36
            label: qsTr("先写错误清单")
            onTapped: board.viewModel.listErrors()
        }
        Txt {
            objectName: "refusal"
            visible: board.refused
            x: 80 * Theme.u
            y: 40 * Theme.u
            width: parent.width - 160 * Theme.u
            height: back.y - y - 16 * Theme.u
            text: board.report.refusal
            size: 48
            bold: true
            centred: true
        }
        BigButton {
            id: back
            objectName: "back"
            x: 40 * Theme.u
            y: parent.height - height - 28 * Theme.u
            width: Theme.upright || board.refused ? implicitWidth : parent.width - 80 * Theme.u
            icon: "arrow-left"
            label: qsTr("换一个文件")
            onTapped: board.viewModel.back()
        }
    }
    Card {
        visible: board.report.problems.length === 0 && !board.refused
        x: problems.x
        y: problems.y
        width: problems.width
        height: problems.height
        contour: 4 * Theme.u
        face: Theme.jadeSoft
        Txt {
            anchors.fill: parent
            anchors.margins: 48 * Theme.u
            text: board.report.hasItems ? qsTr("每一道题都好，可以直接装。") : qsTr("都好，可以直接装。")
            size: 48
            bold: true
            centred: true
            color: Theme.jadeDeep
        }
    }
    LongList {
        id: problems
        objectName: "problems"
        x: Theme.upright ? 0 : board.side + Theme.gutter
        y: Theme.upright ? counts.height + Theme.gutter : 0
        width: parent.width - x
        height: parent.height - y
        model: board.report.problems
        delegate: ProblemCard {
            width: ListView.view.width - 20 * Theme.u
        }
    }
}
