pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// One sheet as it was photographed, with what was read of it; beside it what a teacher decides.
Item {
    id: pile
    required property SheetsViewModel viewModel
    readonly property var paper: viewModel.paper
    readonly property bool known: paper.title !== undefined
    readonly property real side: Theme.upright ? width : Math.max(560 * Theme.u, width - height * 1.4141)
    readonly property real half: (side - Theme.gutter) / 2

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
        readonly property real half: (width - Theme.gutter) / 2

        Txt {
            id: title
            width: parent.width
            height: 60 * Theme.u
            text: pile.paper.title ?? ""
            size: 42
            bold: true
            fit: true
            wrap: false
        }
        Txt {
            id: place
            y: title.height
            width: parent.width
            text: (pile.paper.place ?? "") + " · " + (pile.paper.file ?? "")
            size: 28
            color: Theme.ink2
            wrap: false
        }
        Txt {
            objectName: "sheets-sentence"
            y: place.y + place.height + 12 * Theme.u
            width: parent.width
            height: decide.y - y - 12 * Theme.u
            text: pile.paper.sentence ?? ""
            size: 38
            bold: pile.paper.doubt ?? false
            fit: true
            color: pile.paper.doubt ? Theme.coralDeep : Theme.ink
        }
        Grid {
            id: decide
            y: steps.y - height - 28 * Theme.u
            columns: 2
            spacing: Theme.gutter
            Repeater {
                model: pile.paper.options ?? []
                BigButton {
                    required property var modelData
                    objectName: "decide-" + (modelData.key === "" ? "none" : modelData.key)
                    width: beside.half
                    words: 36
                    tone: modelData.chosen && !pile.paper.doubt ? "light" : "paper"
                    label: modelData.name
                    onTapped: pile.viewModel.decide(modelData.key)
                }
            }
        }
        Grid {
            id: steps
            y: parent.height - height
            columns: 2
            spacing: Theme.gutter
            BigButton {
                objectName: "row-before"
                visible: (pile.paper.rows ?? []).length > 0
                width: beside.half
                tone: "sky"
                words: 32
                label: qsTr("上一题")
                onTapped: pile.viewModel.row(-1)
            }
            BigButton {
                objectName: "row-after"
                visible: (pile.paper.rows ?? []).length > 0
                width: beside.half
                tone: "sky"
                words: 32
                label: qsTr("下一题")
                onTapped: pile.viewModel.row(1)
            }
            BigButton {
                objectName: "sheet-before"
                width: beside.half
                words: 32
                icon: "arrow-left"
                label: qsTr("上一张")
                onTapped: pile.viewModel.step(-1)
            }
            BigButton {
                objectName: "sheet-after"
                width: beside.half
                words: 32
                icon: "arrow-right"
                iconRight: true
                label: qsTr("下一张")
                onTapped: pile.viewModel.step(1)
            }
            BigButton {
                objectName: "sheets-aside"
                width: beside.half
                tone: "rose"
                words: 32
                label: qsTr("都不记了")
                onTapped: pile.viewModel.home()
            }
        }
    }
}
