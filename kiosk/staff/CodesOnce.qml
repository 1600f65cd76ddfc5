pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The cards that were just issued, this once: the three pictures of a single one, else the first sheet.
Item {
    id: view
    required property CodesViewModel viewModel
    readonly property bool single: viewModel.pictures.length > 0
    readonly property real half: Theme.upright ? width : (width - Theme.gutter) / 2

    Card {
        id: words
        width: view.half
        height: Theme.upright ? (view.single ? 560 : 300) * Theme.u : view.height
        contour: 4 * Theme.u
        face: Theme.glowSoft
        Txt {
            id: heading
            x: 40 * Theme.u
            y: 32 * Theme.u
            width: parent.width - 80 * Theme.u
            text: view.single ? qsTr("这三个图案，按顺序") : qsTr("%1 张卡片做好了").arg(view.viewModel.cards)
            size: 52
            bold: true
        }
        Row {
            id: row
            visible: view.single
            anchors.horizontalCenter: parent.horizontalCenter
            y: heading.y + heading.height + 24 * Theme.u
            spacing: 24 * Theme.u
            Repeater {
                model: view.viewModel.pictures
                Column {
                    id: one
                    required property var modelData
                    required property int index
                    width: 220 * Theme.u
                    Rectangle {
                        width: parent.width
                        height: width
                        radius: 32 * Theme.u
                        color: Theme.paper
                        border.width: Math.max(2, 5 * Theme.u)
                        border.color: Theme.ink
                        Art {
                            anchors.centerIn: parent
                            name: "code-" + one.modelData.name
                            width: Math.round(parent.width * 0.76)
                            height: width
                        }
                    }
                    Txt {
                        objectName: "picture-" + (one.index + 1)
                        width: parent.width
                        text: (one.index + 1) + " " + one.modelData.label
                        size: 40
                        bold: true
                        centred: true
                        wrap: false
                    }
                }
            }
        }
        Txt {
            x: 40 * Theme.u
            y: (view.single ? row.y + row.height : heading.y + heading.height) + 24 * Theme.u
            width: parent.width - 80 * Theme.u
            height: parent.height - y - 40 * Theme.u
            text: qsTr("只显示这一次，展台自己也查不出来。%1离开这一页就没有了；丢了的话，用同一份同意书再发一张。").arg(view.single ? qsTr("请打印，或者抄到孩子的卡片上。") : qsTr("请打印，或者存到 U 盘；印好以后剪开，最后一页锁进抽屉。"))
            size: 36
            fit: true
        }
    }
    CodesPaper {
        x: Theme.upright ? 0 : view.half + Theme.gutter
        y: Theme.upright ? words.height + Theme.gutter : 0
        width: view.half
        height: view.height - y
        papers: view.viewModel.papers as CodesPapers
    }
}
