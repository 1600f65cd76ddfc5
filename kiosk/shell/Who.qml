pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Before the first station: how many, which class, which nickname. All optional.
StationScreen {
    id: who
    required property ShellViewModel shell
    required property WhoViewModel viewModel
    title: qsTr("今天谁来点灯？")
    subtitle: qsTr("不选也可以直接出发")
    readingText: qsTr("今天谁来点灯？选一选有几个人，再挑一个喜欢的名字。不选也可以直接出发。")
    lanterns: shell.lanterns
    reading: shell.reading
    primaryLabel: qsTr("出发")
    onPrimaryTapped: shell.start()
    onLeaveTapped: shell.leave()
    onWorryTapped: shell.openWorry()
    onListenTapped: shell.readAloud(readingText)
    Component.onCompleted: shell.readingTextShown(readingText)

    Column {
        anchors.fill: parent
        anchors.topMargin: (Theme.upright ? 60 : 0) * Theme.u
        spacing: (Theme.upright ? 44 : 20) * Theme.u
        Row {
            visible: who.viewModel.most > 1
            spacing: Theme.gutter
            Repeater {
                model: who.viewModel.most
                Chip {
                    required property int index
                    objectName: "players-" + (index + 1)
                    icon: ["people-one", "people-two", "people-three", "people-four"][index]
                    label: qsTr("%1 人").arg(index + 1)
                    on: who.viewModel.players === index + 1
                    width: (Theme.upright ? 228 : 260) * Theme.u
                    onTapped: who.viewModel.setPlayers(index + 1)
                }
            }
        }
        Flow {
            visible: who.viewModel.classes.length > 0
            width: parent.width
            spacing: Theme.gutter
            Repeater {
                model: who.viewModel.classes
                Chip {
                    required property string modelData
                    required property int index
                    objectName: "class-" + index
                    label: modelData
                    on: who.viewModel.classLabel === modelData
                    onTapped: who.viewModel.pickClass(modelData)
                }
            }
        }
        Txt {
            text: qsTr("挑一个今天的名字")
            size: 36
            bold: true
            color: Theme.paper
        }
        Grid {
            columns: Theme.upright ? 2 : 4
            spacing: Theme.gutter
            Repeater {
                model: who.viewModel.nicknames
                Chip {
                    required property string modelData
                    required property int index
                    objectName: "nickname-" + index
                    label: modelData
                    on: who.viewModel.nickname === modelData
                    width: Math.round((who.width - 2 * Theme.margin + Theme.gutter) / (Theme.upright ? 2 : 4) - Theme.gutter)
                    onTapped: who.viewModel.pickNickname(modelData)
                }
            }
        }
        BigButton {
            objectName: "more-nicknames"
            tone: "sky"
            icon: "refresh"
            label: qsTr("换一批名字")
            onTapped: who.viewModel.more()
        }
    }
}
