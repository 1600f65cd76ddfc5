pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The cover of the take, the broadcast and the bare voice to listen to, and tips that judge nobody.
Item {
    id: view
    required property BroadcastBoothViewModel viewModel
    readonly property var hearing: viewModel.hearing
    readonly property bool wide: !Theme.upright
    CoverCard {
        id: cover
        shown: view.viewModel.cover
        x: view.wide ? 0 : (view.width - width) / 2
        width: (view.wide ? 560 : 520) * Theme.u
        height: view.wide ? view.height : 560 * Theme.u
    }
    Card {
        x: view.wide ? cover.width + Theme.gutter : 0
        y: view.wide ? 0 : cover.height + Theme.gutter
        width: view.width - x
        height: view.height - y
        readonly property real inside: width - 80 * Theme.u
        id: paper
        Txt {
            id: ended
            x: 40 * Theme.u
            y: 20 * Theme.u
            width: paper.inside
            height: (Theme.pinyin ? 128 : 104) * Theme.u
            text: view.viewModel.notice
            size: 40
            bold: true
            fit: true
            color: Theme.jadeDeep
        }
        Row {
            id: plays
            x: 40 * Theme.u
            y: ended.y + ended.height + 12 * Theme.u
            spacing: 24 * Theme.u
            BigButton {
                objectName: "play-broadcast"
                tone: view.hearing.playing === "broadcast" ? "light" : "glow"
                usable: view.hearing.render === "ready"
                icon: view.hearing.playing === "broadcast" ? "stop" : "play"
                words: 36
                label: view.hearing.playing === "broadcast" ? qsTr("停一停") : qsTr("听我的播报")
                width: (paper.inside - plays.spacing) * 0.56
                onTapped: view.viewModel.play("broadcast")
            }
            BigButton {
                objectName: "play-raw"
                tone: view.hearing.playing === "raw" ? "light" : "sky"
                icon: view.hearing.playing === "raw" ? "stop" : "microphone"
                words: 36
                label: view.hearing.playing === "raw" ? qsTr("停一停") : qsTr("听原声")
                width: (paper.inside - plays.spacing) * 0.44
                onTapped: view.viewModel.play("raw")
            }
        }
        Txt {
            id: making
            x: 40 * Theme.u
            y: plays.y + plays.height + 12 * Theme.u
            visible: view.hearing.render !== "ready"
            width: paper.inside
            height: (Theme.pinyin ? 100 : 84) * Theme.u
            text: view.hearing.note ?? ""
            size: 34
            fit: true
            color: Theme.ink2
        }
        Column {
            x: 40 * Theme.u
            y: plays.y + plays.height + 24 * Theme.u
            visible: view.hearing.render === "ready"
            width: paper.inside
            spacing: 14 * Theme.u
            Txt {
                text: qsTr("萤萤的小提示")
                size: 34
                bold: true
                wrap: false
                color: Theme.skyDeep
            }
            Repeater {
                model: view.hearing.tips ?? []
                Rectangle {
                    id: tip
                    required property string modelData
                    width: paper.inside
                    height: (Theme.pinyin ? 106 : 100) * Theme.u
                    radius: 20 * Theme.u
                    color: Theme.skySoft
                    Art {
                        id: bulb
                        x: 20 * Theme.u
                        anchors.verticalCenter: parent.verticalCenter
                        name: "icon/bulb"
                        width: Math.round(60 * Theme.u)
                        height: width
                    }
                    Txt {
                        x: bulb.x + bulb.width + 20 * Theme.u
                        width: parent.width - x - 20 * Theme.u
                        height: parent.height
                        text: tip.modelData
                        size: 36
                        fit: true
                    }
                }
            }
        }
        Art {
            x: paper.width - width - 50 * Theme.u
            y: note.y - height - 10 * Theme.u
            visible: (view.hearing.tips ?? []).length < 2
            name: "yingying-cheer"
            width: Math.round((view.wide ? 196 : 150) * Theme.u)
            height: width
        }
        Txt {
            x: 40 * Theme.u
            y: note.y - height - 16 * Theme.u
            width: paper.inside - (view.wide ? 270 : 190) * Theme.u
            height: 110 * Theme.u
            visible: (view.hearing.tips ?? []).length < 2
            text: qsTr("听一听自己的声音。喜欢就收好，想再试试就再录一次。")
            size: 36
            fit: true
            color: Theme.ink2
        }
        KeepingNote {
            id: note
            x: 40 * Theme.u
            y: paper.innerHeight - height - 20 * Theme.u
            width: paper.inside
            words: view.viewModel.keeping
        }
    }
}
