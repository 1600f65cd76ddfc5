pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The script on paper, its cover, two samples and who reads.
Item {
    id: view
    required property BroadcastBoothViewModel viewModel
    property bool reading: false
    onReadingChanged: if (!reading)
        viewModel.readingOver()
    property int page: 0
    readonly property var piece: viewModel.piece
    readonly property bool wide: !Theme.upright
    readonly property real sideWidth: wide ? 560 * Theme.u : width
    readonly property real sideHeight: wide ? height : 520 * Theme.u

    ScriptPaper {
        width: view.wide ? view.width - view.sideWidth - Theme.gutter : view.width
        height: view.wide ? view.height : view.height - view.sideHeight - Theme.gutter
        viewModel: view.viewModel
    }
    Item {
        x: view.wide ? view.width - width : 0
        y: view.wide ? 0 : view.height - height
        width: view.sideWidth
        height: view.sideHeight
        CoverCard {
            id: cover
            shown: view.viewModel.cover
            width: (view.wide ? 300 : 380) * Theme.u
            height: (view.wide ? 300 : 400) * Theme.u
        }
        Column {
            x: cover.width + 20 * Theme.u
            width: parent.width - x
            spacing: 16 * Theme.u
            Txt {
                width: parent.width
                height: 84 * Theme.u
                text: view.piece.level + "\n" + view.piece.about
                ruby: false
                size: 30
                fit: true
                centred: true
                color: Theme.glowLight
            }
            Switch {
                objectName: "duet"
                visible: view.viewModel.duetOffered
                width: parent.width
                height: (view.wide ? 200 : 130) * Theme.u
                icon: view.viewModel.duet ? "people-two" : "people-one"
                label: view.viewModel.duet ? qsTr("两个人读") : qsTr("一个人读")
                on: view.viewModel.duet
                onTapped: view.viewModel.setDuet(!view.viewModel.duet)
            }
        }
        Column {
            x: view.wide ? 0 : cover.width + 20 * Theme.u
            y: view.wide ? cover.height + 20 * Theme.u : parent.height - height
            width: parent.width - x
            spacing: 12 * Theme.u
            Txt {
                width: parent.width
                height: (view.wide ? 92 : 130) * Theme.u
                text: view.viewModel.sampleNote
                size: 28
                fit: true
                color: Theme.glowLight
            }
            Row {
                id: samples
                spacing: 12 * Theme.u
                width: parent.width
                Repeater {
                    model: view.viewModel.samples
                    BigButton {
                        required property var modelData
                        objectName: "sample-" + modelData.key
                        width: (samples.width - samples.spacing) / 2
                        tone: modelData.on ? "light" : "sky"
                        words: 32
                        icon: modelData.on ? "stop" : "play"
                        iconSize: 44
                        label: modelData.on ? qsTr("停一停") : modelData.label
                        onTapped: view.viewModel.sample(modelData.key)
                    }
                }
            }
            Rectangle {
                visible: view.wide
                width: parent.width
                height: keep.height + 28 * Theme.u
                radius: 20 * Theme.u
                color: view.viewModel.notice ? Theme.rose : Theme.glowSoft
                Txt {
                    id: keep
                    x: 20 * Theme.u
                    y: 14 * Theme.u
                    width: parent.width - 40 * Theme.u
                    height: (view.viewModel.notice ? 120 : 60) * Theme.u
                    text: view.viewModel.notice || view.viewModel.keeping
                    size: 30
                    fit: true
                    centred: true
                }
            }
        }
        Txt {
            visible: !view.wide
            y: cover.height + 12 * Theme.u
            width: cover.width
            height: parent.height - y
            text: view.viewModel.notice || view.viewModel.keeping
            size: 28
            fit: true
            color: Theme.glowLight
        }
    }
}
