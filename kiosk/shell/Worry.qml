pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// "我有点担心": whom to tell. It records nothing.
Item {
    id: worry
    required property ShellViewModel viewModel
    readonly property var words: viewModel.worryTexts
    readonly property var people: (viewModel.base as BaseFacts).worryPeople
    readonly property bool local: people.length > 4
    readonly property string readingText: words.title + "。" + words.lines.join("") + people.map(one => one.who + "：" + (one.number ?? "") + one.how).join("。")
    Component.onCompleted: viewModel.readingTextShown(readingText)

    Scene {
        anchors.fill: parent
        veil: 0.72
    }
    // What lies below must not be touched through this page.
    MouseArea {
        anchors.fill: parent
    }
    Card {
        x: Theme.margin
        y: (Theme.upright ? 96 : 56) * Theme.u
        width: worry.width - 2 * Theme.margin
        height: worry.height - y - Theme.target - 80 * Theme.u
        face: Theme.rose
        shade: Theme.roseShade
        Art {
            id: guide
            // With the town's own number there is less room for the guide.
            readonly property real side: !Theme.upright ? (worry.local ? 300 : 400) : worry.local ? 190 : 270
            name: "yingying-worry"
            width: Math.round(side * Theme.u)
            height: width
            x: !Theme.upright ? (440 * Theme.u - width) / 2 + 20 * Theme.u : worry.local ? parent.width - width - 40 * Theme.u : (parent.width - width) / 2
            y: (Theme.upright ? 30 : worry.local ? 40 : 150) * Theme.u
        }
        PersonCard {
            id: local
            visible: worry.local && !Theme.upright
            x: 40 * Theme.u
            y: guide.y + guide.height + 20 * Theme.u
            width: 400 * Theme.u
            who: worry.people[4] ?? worry.people[0]
        }
        Column {
            x: (Theme.upright ? 56 : 488) * Theme.u
            y: Theme.upright && !worry.local ? guide.y + guide.height + 20 * Theme.u : 40 * Theme.u
            width: parent.width - x - 56 * Theme.u
            spacing: (!Theme.upright ? 18 : worry.local ? 14 : 24) * Theme.u
            Txt {
                width: Theme.upright && worry.local ? guide.x - parent.x : parent.width
                height: Theme.upright && worry.local ? 176 * Theme.u : implicitHeight
                fit: Theme.upright && worry.local
                text: worry.words.title
                size: 52
                bold: true
            }
            Repeater {
                model: worry.words.lines
                Txt {
                    required property string modelData
                    width: parent.width
                    text: modelData
                    size: 36
                }
            }
            Grid {
                columns: Theme.upright ? 1 : 2
                spacing: 20 * Theme.u
                width: parent.width
                Repeater {
                    model: Theme.upright ? worry.people : worry.people.slice(0, 4)
                    PersonCard {
                        required property var modelData
                        who: modelData
                        width: Theme.upright ? parent.width : (parent.width - 20 * Theme.u) / 2
                        least: (Theme.pinyin ? 196 : 178) * Theme.u
                    }
                }
            }
        }
    }
    Row {
        x: Theme.leftHanded ? worry.width - width - Theme.margin : Theme.margin
        y: worry.height - height - 24 * Theme.u
        spacing: Theme.gutter
        BigButton {
            objectName: "worry-close"
            icon: "arrow-left"
            label: qsTr("回去")
            onTapped: worry.viewModel.closeWorry()
        }
        BigButton {
            objectName: "worry-listen"
            tone: worry.viewModel.reading ? "light" : "sky"
            icon: worry.viewModel.reading ? "speaker-reading" : "speaker"
            label: worry.viewModel.reading ? qsTr("正在读") : qsTr("听一听")
            onTapped: worry.viewModel.readAloud(worry.readingText)
        }
    }
}
