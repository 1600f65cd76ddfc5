pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// One take: what it is on one side, with the way to hear it; on the other the checklist.
Item {
    id: board
    required property ReviewViewModel viewModel
    readonly property TakePlayer player: viewModel.player
    readonly property var take: viewModel.take
    readonly property real half: Theme.upright ? width : (width - Theme.gutter) * 0.48

    Card {
        id: heard
        width: board.half
        height: Theme.upright ? (board.height - Theme.gutter) * 0.46 : board.height
        contour: 4 * Theme.u
        Column {
            id: facts
            x: 32 * Theme.u
            y: 20 * Theme.u
            width: parent.width - 64 * Theme.u
            Txt {
                objectName: "take-title"
                width: parent.width
                height: 64 * Theme.u
                text: board.take.title ?? ""
                size: 44
                bold: true
                fit: true
                wrap: false
            }
            Txt {
                width: parent.width
                height: 44 * Theme.u
                text: [board.take.theme, board.take.about, board.take.days].join(" · ")
                size: 30
                fit: true
                wrap: false
                color: Theme.ink2
            }
            Txt {
                width: parent.width - place.width - 16 * Theme.u
                height: 44 * Theme.u
                text: qsTr("孩子选的：%1").arg(board.take.release ?? "")
                size: 32
                fit: true
                wrap: false
            }
        }
        ReviewWave {
            x: 32 * Theme.u
            y: facts.y + facts.height + 8 * Theme.u
            width: parent.width - 64 * Theme.u
            height: listening.y - y - 8 * Theme.u
            player: board.player
        }
        Txt {
            id: place
            objectName: "place"
            anchors.right: parent.right
            anchors.rightMargin: 32 * Theme.u
            y: facts.y + facts.height - height
            height: 44 * Theme.u
            text: board.player.place
            size: 32
            bold: true
            wrap: false
        }
        Flow {
            id: listening
            x: 24 * Theme.u
            y: parent.height - height - 20 * Theme.u
            width: parent.width - 48 * Theme.u
            spacing: 12 * Theme.u
            BigButton {
                objectName: "hush"
                visible: board.player.playing
                width: parent.width
                tone: "rose"
                icon: "stop"
                label: qsTr("停")
                guarded: false
                onTapped: board.player.hush()
            }
            Repeater {
                model: board.player.playing ? [] : board.viewModel.hearReasons
                BigButton {
                    required property var modelData
                    objectName: "hear-" + modelData.key
                    width: modelData.key === "review" ? listening.width : (listening.width - listening.spacing) / 2
                    words: 32
                    tone: modelData.key === "review" ? "light" : "paper"
                    icon: "play"
                    label: modelData.name
                    onTapped: board.viewModel.listen(modelData.key)
                }
            }
        }
    }
    Card {
        x: Theme.upright ? 0 : heard.width + Theme.gutter
        y: Theme.upright ? heard.height + Theme.gutter : 0
        width: board.width - x
        height: board.height - y
        contour: 4 * Theme.u
        face: board.viewModel.verdict === "held" ? Theme.glowSoft : board.viewModel.verdict === "rejected" ? Theme.coralSoft : Theme.paper
        Flow {
            id: list
            x: 20 * Theme.u
            y: 20 * Theme.u
            width: parent.width - 40 * Theme.u
            spacing: 12 * Theme.u
            Repeater {
                model: board.viewModel.checklist
                BigButton {
                    required property var modelData
                    objectName: "check-" + modelData.key
                    width: modelData.danger ? list.width : (list.width - list.spacing) / 2
                    words: 30
                    guarded: false
                    icon: modelData.marked ? "check" : modelData.danger ? "warning" : ""
                    tone: modelData.marked ? "light" : modelData.danger ? "rose" : "paper"
                    label: modelData.name
                    onTapped: board.viewModel.mark(modelData.key)
                }
            }
        }
        Txt {
            objectName: "hint"
            x: 28 * Theme.u
            y: list.y + list.height + 8 * Theme.u
            width: parent.width - 56 * Theme.u
            height: parent.height - y - 12 * Theme.u
            text: board.viewModel.hint
            size: 32
            fit: true
        }
    }
}
