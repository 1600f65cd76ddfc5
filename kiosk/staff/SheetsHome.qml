pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What is printed on the left, how sheets come back on the right.
Item {
    id: home
    required property SheetsViewModel viewModel
    readonly property real side: Theme.upright ? width : 640 * Theme.u
    readonly property real below: printer.visible ? printer.height + Theme.gutter : 0

    Flickable {
        id: printing
        width: Theme.upright ? home.width : home.width - home.side - Theme.gutter
        height: (Theme.upright ? reading.y - Theme.gutter : home.height)
        clip: true
        contentHeight: rows.height
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: rows
            width: parent.width
            spacing: 12 * Theme.u
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
        }
    }
    BigButton {
        id: printer
        objectName: "sheets-print"
        visible: home.viewModel.canPrint
        x: reading.x
        y: home.height - height
        width: reading.width
        icon: "printer"
        words: 36
        label: qsTr("打印")
        onTapped: home.viewModel.print()
    }
    Card {
        id: reading
        x: Theme.upright ? 0 : home.width - width
        y: Theme.upright ? home.height - height - home.below : 0
        width: home.side
        height: Theme.upright ? about.height + 60 * Theme.u : home.height - home.below
        contour: 4 * Theme.u
        face: Theme.paper
        Column {
            id: about
            x: 32 * Theme.u
            y: 28 * Theme.u
            width: parent.width - 2 * x
            spacing: (Theme.upright ? 12 : 18) * Theme.u
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
                        size: Theme.upright ? 28 : 30
                    }
                }
            }
            Item {
                width: 1
                height: Theme.upright ? 1 : Math.max(1, reading.height - Theme.target - 80 * Theme.u - y)
            }
            BigButton {
                objectName: "sheets-read"
                width: about.width
                usable: home.viewModel.held
                tone: "glow"
                icon: "usb-stick"
                words: 36
                label: qsTr("从 U 盘读")
                onTapped: home.viewModel.read()
            }
        }
    }
}
