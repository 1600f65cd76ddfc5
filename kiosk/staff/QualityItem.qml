pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The item that is looked at: what speaks against it, how its answers are chosen, and a flag for its author.
Card {
    id: card
    required property QualityViewModel viewModel
    readonly property var detail: viewModel.detail
    contour: 4 * Theme.u

    Txt {
        visible: !card.viewModel.ready
        anchors.centerIn: parent
        text: qsTr("正在算…")
        size: 44
        wrap: false
    }
    Txt {
        visible: card.viewModel.ready && card.viewModel.chosen === ""
        anchors.centerIn: parent
        width: parent.width - 96 * Theme.u
        text: qsTr("点一道题，这里会说它哪里可能有问题、孩子都选了什么。")
        size: 34
        centred: true
        color: Theme.ink2
    }
    Flickable {
        visible: card.viewModel.chosen !== ""
        x: 32 * Theme.u
        y: 24 * Theme.u
        width: parent.width - 64 * Theme.u
        height: flags.y - y - 16 * Theme.u
        clip: true
        contentHeight: body.height
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: body
            width: parent.width
            spacing: 14 * Theme.u
            Repeater {
                model: card.detail.doubts ?? []
                Txt {
                    required property string modelData
                    width: body.width
                    text: modelData
                    size: 32
                    bold: true
                    color: card.detail.doubtful ? Theme.coralDeep : Theme.jadeDeep
                }
            }
            Txt {
                objectName: "asked"
                width: body.width
                text: card.detail.text ?? ""
                size: 32
            }
            Grid {
                columns: Theme.upright ? 1 : 2
                columnSpacing: Theme.gutter
                rowSpacing: 8 * Theme.u
                Repeater {
                    model: card.detail.bars ?? []
                    Item {
                        id: answer
                        required property var modelData
                        width: Theme.upright ? body.width : (body.width - Theme.gutter) / 2
                        height: 84 * Theme.u
                        Art {
                            id: mark
                            visible: answer.modelData.right
                            name: visible ? "icon/check-disc" : ""
                            width: Math.round(40 * Theme.u)
                            height: width
                        }
                        ClassReportBars {
                            x: 52 * Theme.u
                            width: parent.width - x
                            fill: answer.modelData.right ? Theme.jade : Theme.glow
                            rows: [answer.modelData]
                        }
                    }
                }
            }
            Repeater {
                model: card.detail.numbers ?? []
                Row {
                    id: figure
                    required property var modelData
                    width: body.width
                    Txt {
                        width: parent.width * 0.72
                        text: figure.modelData.name
                        size: 28
                        color: Theme.ink2
                    }
                    Txt {
                        width: parent.width * 0.28
                        text: figure.modelData.value
                        size: 28
                        bold: true
                    }
                }
            }
        }
    }
    Column {
        id: flags
        visible: card.viewModel.chosen !== ""
        x: 32 * Theme.u
        y: parent.height - height - 20 * Theme.u
        width: parent.width - 64 * Theme.u
        spacing: 10 * Theme.u
        Txt {
            objectName: "message"
            visible: text !== ""
            width: parent.width
            text: card.viewModel.message
            size: 30
            color: card.viewModel.good ? Theme.jadeDeep : Theme.coralDeep
        }
        Txt {
            width: parent.width
            text: qsTr("觉得不对？打个问号，存给作者：")
            size: 28
            color: Theme.ink2
        }
        Row {
            spacing: 12 * Theme.u
            Repeater {
                model: card.viewModel.reasons
                BigButton {
                    required property var modelData
                    objectName: "flag-" + modelData.key
                    width: (flags.width - 24 * Theme.u) / 3
                    words: 28
                    label: modelData.name
                    onTapped: card.viewModel.flag(modelData.key)
                }
            }
        }
    }
}
