pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Before the first station: how many, which class, which nickname. All optional.
StationScreen {
    id: who
    required property ShellViewModel shell
    required property WhoViewModel viewModel
    title: qsTr("今天谁来点灯？")
    readingText: qsTr("今天谁来点灯？选一选有几个人，再挑一个喜欢的名字。不选也可以直接出发。")
    lanterns: shell.lanterns
    reading: shell.reading
    primaryLabel: qsTr("出发")
    onPrimaryTapped: shell.start()
    onLeaveTapped: shell.leave()
    onWorryTapped: shell.openWorry()
    onListenTapped: shell.readAloud(readingText)
    Component.onCompleted: shell.readingTextShown(readingText)

    Art {
        id: guide
        name: "yingying-wave"
        width: Math.round((Theme.upright ? 300 : 250) * Theme.u)
        height: width
        x: (Theme.upright ? 0 : 24) * Theme.u
        y: (Theme.upright ? 0 : -30) * Theme.u
    }
    SpeechBubble {
        x: guide.x + guide.width + 8 * Theme.u
        y: guide.y + (guide.height - height) / 2
        text: who.shell.greeting
        strong: qsTr("不选也可以直接出发")
        maximum: 640 * Theme.u
    }
    Column {
        id: group
        y: (Theme.upright ? 330 : 250) * Theme.u
        width: Theme.upright ? parent.width : 560 * Theme.u
        spacing: 20 * Theme.u
        Txt {
            text: qsTr("几个人一起玩？")
            size: 36
            bold: true
            color: Theme.paper
        }
        Grid {
            columns: Theme.upright ? 4 : 2
            spacing: Theme.gutter
            Repeater {
                model: who.viewModel.most
                Chip {
                    required property int index
                    objectName: "players-" + (index + 1)
                    icon: ["people-one", "people-two", "people-three", "people-four"][index]
                    label: qsTr("%1 人").arg(index + 1)
                    on: who.viewModel.players === index + 1
                    width: Math.floor((group.width + Theme.gutter) / (Theme.upright ? 4 : 2) - Theme.gutter)
                    onTapped: who.viewModel.setPlayers(index + 1)
                }
            }
        }
        Row {
            visible: who.viewModel.classes.length > 0
            spacing: 16 * Theme.u
            BigButton {
                id: back
                objectName: "class-back"
                icon: "arrow-left"
                onTapped: who.viewModel.stepClass(-1)
            }
            Card {
                width: group.width - 2 * (back.width + 16 * Theme.u)
                height: Theme.target
                face: who.viewModel.classLabel === "" ? Theme.glowSoft : Theme.light
                Txt {
                    anchors.fill: parent
                    anchors.margins: 12 * Theme.u
                    text: who.viewModel.classLabel === "" ? qsTr("不选班级") : who.viewModel.classLabel
                    size: 36
                    bold: true
                    fit: true
                    centred: true
                }
            }
            BigButton {
                objectName: "class-on"
                icon: "arrow-right"
                onTapped: who.viewModel.stepClass(1)
            }
        }
    }
    Column {
        id: names
        x: Theme.upright ? 0 : group.width + 64 * Theme.u
        y: Theme.upright ? group.y + group.height + 36 * Theme.u : group.y
        width: parent.width - x
        spacing: 20 * Theme.u
        Txt {
            text: qsTr("挑一个今天的名字")
            size: 36
            bold: true
            color: Theme.paper
        }
        Grid {
            id: grid
            columns: Theme.upright ? 2 : 3
            spacing: Theme.gutter
            readonly property real cell: Math.floor((names.width + Theme.gutter) / columns - Theme.gutter)
            Repeater {
                model: who.viewModel.nicknames
                Chip {
                    required property string modelData
                    required property int index
                    objectName: "nickname-" + index
                    label: modelData
                    on: who.viewModel.nickname === modelData
                    width: grid.cell
                    onTapped: who.viewModel.pickNickname(modelData)
                }
            }
            BigButton {
                objectName: "more-nicknames"
                tone: "sky"
                icon: "refresh"
                label: qsTr("换一批")
                width: grid.cell
                onTapped: who.viewModel.more()
            }
        }
    }
}
