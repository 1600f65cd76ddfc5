pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What is printed on the left, how sheets come back on the right.
Item {
    id: home
    required property SheetsViewModel viewModel
    readonly property real side: Theme.upright ? width : 560 * Theme.u
    signal backTapped

    Flickable {
        id: printing
        width: Theme.upright ? home.width : home.width - home.side - Theme.gutter
        height: acts.y - Theme.gutter
        clip: true
        contentHeight: rows.height
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: rows
            width: parent.width
            spacing: 16 * Theme.u
            Repeater {
                model: [
                    {
                        "key": "which",
                        "name": qsTr("哪节课")
                    },
                    {
                        "key": "moment",
                        "name": qsTr("哪一测")
                    },
                    {
                        "key": "way",
                        "name": qsTr("怎么答")
                    },
                    {
                        "key": "count",
                        "name": qsTr("多少张")
                    }
                ]
                ChoiceRow {
                    required property var modelData
                    width: rows.width
                    name: modelData.name
                    prefix: modelData.key
                    options: home.viewModel.choices[modelData.key]
                    onPicked: key => home.viewModel.pick(modelData.key, key)
                }
            }
            Txt {
                objectName: "sheets-hint"
                visible: text !== ""
                width: rows.width
                text: home.viewModel.hint
                size: 34
                bold: true
                color: Theme.jadeDeep
            }
        }
    }
    Row {
        id: acts
        readonly property int count: printer.visible ? 2 : 1
        y: Theme.upright ? reading.y - height - Theme.gutter : home.height - height
        width: printing.width
        spacing: Theme.gutter
        BigButton {
            objectName: "sheets-save"
            width: (acts.width - (acts.count - 1) * Theme.gutter) / acts.count
            tone: "glow"
            icon: "usb-stick"
            label: qsTr("答题纸存到 U 盘")
            onTapped: home.viewModel.save()
        }
        BigButton {
            id: printer
            objectName: "sheets-print"
            visible: home.viewModel.canPrint
            width: (acts.width - Theme.gutter) / 2
            tone: "glow"
            icon: "printer"
            label: qsTr("打印")
            onTapped: home.viewModel.print()
        }
    }
    Card {
        id: reading
        x: Theme.upright ? 0 : home.width - width
        y: Theme.upright ? home.height - height : 0
        width: home.side
        height: Theme.upright ? about.height + 64 * Theme.u : home.height
        contour: 4 * Theme.u
        face: Theme.glowSoft
        Column {
            id: about
            x: 32 * Theme.u
            y: 28 * Theme.u
            width: parent.width - 2 * x
            spacing: 18 * Theme.u
            Txt {
                text: qsTr("读答题纸")
                size: 44
                bold: true
                wrap: false
            }
            Repeater {
                model: [qsTr("涂好的答题纸平放，光线亮一点，四个角都拍进来；也可以扫描。"), qsTr("图片（jpg、png、pdf）放进 U 盘里名叫“答题纸”的文件夹。"), qsTr("插上 U 盘，点下面的按钮。拿不准的题，展台会问您。")]
                Row {
                    id: line
                    required property string modelData
                    required property int index
                    width: about.width
                    spacing: 16 * Theme.u
                    Pill {
                        width: 60 * Theme.u
                        height: 60 * Theme.u
                        text: line.index + 1
                        size: 32
                        bold: true
                    }
                    Txt {
                        width: line.width - 76 * Theme.u
                        text: line.modelData
                        size: 32
                    }
                }
            }
            Item {
                width: 1
                height: Theme.upright ? 1 : Math.max(1, reading.height - (Theme.target * 2 + 16 * Theme.u) - 64 * Theme.u - y)
            }
            Grid {
                id: keys
                columns: Theme.upright ? 2 : 1
                spacing: 16 * Theme.u
                readonly property real cell: (about.width - (columns - 1) * spacing) / columns
                BigButton {
                    objectName: "sheets-read"
                    width: keys.cell
                    usable: home.viewModel.held
                    tone: "primary"
                    icon: "usb-stick"
                    words: 36
                    label: qsTr("从 U 盘读")
                    onTapped: home.viewModel.read()
                }
                BigButton {
                    objectName: "sheets-back"
                    width: keys.cell
                    icon: "arrow-left"
                    words: 36
                    label: qsTr("回到课堂")
                    onTapped: home.backTapped()
                }
            }
        }
    }
}
