pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// "我有点担心": whom to tell. It records nothing.
Item {
    id: worry
    required property ShellViewModel viewModel
    readonly property var words: viewModel.worryTexts
    readonly property var people: (viewModel.base as BaseFacts).worryPeople
    readonly property string readingText: words.title + "。" + words.lines.join("") + people.map(one => one.who + "：" + one.how).join("。")
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
            name: "yingying-worry"
            width: Math.round((Theme.upright ? 270 : 400) * Theme.u)
            height: width
            x: Theme.upright ? (parent.width - width) / 2 : 40 * Theme.u
            y: (Theme.upright ? 30 : 150) * Theme.u
        }
        Column {
            x: Theme.upright ? 56 * Theme.u : guide.x + guide.width + 48 * Theme.u
            y: Theme.upright ? guide.y + guide.height + 20 * Theme.u : 40 * Theme.u
            width: parent.width - x - 56 * Theme.u
            spacing: (Theme.upright ? 24 : 18) * Theme.u
            Txt {
                width: parent.width
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
                    model: worry.people
                    Card {
                        id: person
                        required property var modelData
                        width: Theme.upright ? parent.width : (parent.width - 20 * Theme.u) / 2
                        height: (Theme.pinyin ? 196 : 178) * Theme.u
                        contour: Math.max(2, 4 * Theme.u)
                        Art {
                            id: face
                            name: "icon/" + person.modelData.icon
                            width: Math.round(84 * Theme.u)
                            height: width
                            x: 24 * Theme.u
                            anchors.verticalCenter: parent.verticalCenter
                        }
                        Column {
                            x: face.x + face.width + 20 * Theme.u
                            width: parent.width - x - 16 * Theme.u
                            anchors.verticalCenter: parent.verticalCenter
                            Txt {
                                width: parent.width
                                text: person.modelData.who
                                size: 38
                                bold: true
                            }
                            Txt {
                                width: parent.width
                                text: person.modelData.how
                                size: 30
                                color: Theme.ink2
                            }
                        }
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
