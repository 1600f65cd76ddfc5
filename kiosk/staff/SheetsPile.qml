pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// One sheet as it was photographed, with what was read of it; beside it what a teacher decides.
Item {
    id: pile
    required property SheetsViewModel viewModel
    readonly property var paper: viewModel.paper
    readonly property bool known: paper.title !== undefined
    readonly property real side: Theme.upright ? width : 700 * Theme.u

    SheetsPicture {
        id: picture
        visible: pile.known
        width: Theme.upright ? pile.width : Math.min(pile.width - pile.side - Theme.gutter, pile.height * 1.4141)
        height: width / 1.4141
        paper: pile.paper
    }
    Item {
        id: beside
        visible: pile.known
        x: Theme.upright ? 0 : pile.width - width
        y: Theme.upright ? picture.height + Theme.gutter : 0
        width: Theme.upright ? pile.width : pile.width - picture.width - Theme.gutter
        height: pile.height - y

        Column {
            id: head
            width: parent.width - aside.width - Theme.gutter
            Txt {
                width: parent.width
                height: 64 * Theme.u
                text: pile.paper.title ?? ""
                size: 42
                bold: true
                fit: true
                wrap: false
            }
            Txt {
                width: parent.width
                height: 48 * Theme.u
                text: [pile.paper.place, pile.paper.card, pile.paper.file].filter(one => one).join(" · ")
                size: 28
                fit: true
                color: Theme.ink2
                wrap: false
            }
        }
        BigButton {
            id: aside
            objectName: "sheets-aside"
            x: parent.width - width
            width: 230 * Theme.u
            tone: "rose"
            words: 30
            label: qsTr("都不记了")
            onTapped: pile.viewModel.home()
        }
        Txt {
            objectName: "sheets-sentence"
            y: aside.height + 12 * Theme.u
            width: parent.width
            height: rest.y - y - 8 * Theme.u
            text: pile.paper.sentence ?? ""
            size: 38
            bold: pile.paper.doubt ?? false
            fit: true
            color: pile.paper.doubt ? Theme.coralDeep : Theme.ink
        }
        Txt {
            id: rest
            objectName: "sheets-rest"
            y: decide.y - height - 16 * Theme.u
            width: parent.width
            height: text === "" ? 0 : 64 * Theme.u
            text: pile.viewModel.rest
            size: 26
            fit: true
            color: Theme.ink2
        }
        Grid {
            id: decide
            y: steps.y - 2 * Theme.target - spacing - 28 * Theme.u
            columns: 2
            spacing: 16 * Theme.u
            Repeater {
                model: pile.paper.options ?? []
                BigButton {
                    required property var modelData
                    objectName: "decide-" + (modelData.key === "" ? "none" : modelData.key)
                    width: (beside.width - decide.spacing) / 2
                    words: 36
                    tone: modelData.chosen && !pile.paper.doubt ? "light" : "paper"
                    label: modelData.name
                    onTapped: pile.viewModel.decide(modelData.key)
                }
            }
        }
        Row {
            id: steps
            y: parent.height - height
            spacing: 16 * Theme.u
            readonly property real cell: (beside.width - 3 * spacing) / 4
            BigButton {
                objectName: "sheet-before"
                width: steps.cell
                words: 30
                label: qsTr("上一张")
                onTapped: pile.viewModel.step(-1)
            }
            BigButton {
                objectName: "row-before"
                width: steps.cell
                usable: (pile.paper.rows ?? []).length > 0
                tone: "sky"
                words: 30
                label: qsTr("上一题")
                onTapped: pile.viewModel.row(-1)
            }
            BigButton {
                objectName: "row-after"
                width: steps.cell
                usable: (pile.paper.rows ?? []).length > 0
                tone: "sky"
                words: 30
                label: qsTr("下一题")
                onTapped: pile.viewModel.row(1)
            }
            BigButton {
                objectName: "sheet-after"
                width: steps.cell
                words: 30
                label: qsTr("下一张")
                onTapped: pile.viewModel.step(1)
            }
        }
    }
}
