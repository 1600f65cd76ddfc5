pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// 理性表达: a heated moment, phrases put together and said, then all that was said well.
StationScreen {
    id: screen
    required property KindWordsViewModel viewModel
    title: viewModel.title
    // Upright, the head has one row for both.
    subtitle: Theme.upright && viewModel.player > 0 ? "" : viewModel.subtitle
    picture: Theme.upright ? "boat-inside-tall" : "boat-inside"
    veil: 0.25
    readingText: viewModel.readingText
    primaryLabel: viewModel.primaryLabel
    primaryUsable: viewModel.primaryUsable
    primaryHint: viewModel.primaryHint
    onPrimaryTapped: viewModel.primary()
    headExtras: [
        TurnPill {
            visible: screen.viewModel.player > 0 && screen.viewModel.phase === "talk"
            player: screen.viewModel.player
            words: screen.viewModel.playerText
        },
        ProgressLanterns {
            done: screen.viewModel.done
            total: screen.viewModel.total
            asking: screen.viewModel.asking
        }
    ]
    helpers: [
        BigButton {
            objectName: "hint"
            visible: screen.viewModel.composing && !screen.viewModel.hinted
            tone: "glow"
            icon: "bulb"
            label: qsTr("提示")
            onTapped: screen.viewModel.hint()
        }
    ]
    Loader {
        active: screen.viewModel.phase === "talk"
        anchors.fill: parent
        sourceComponent: TalkView {
            board: screen.viewModel.board as TalkViewModel
        }
    }
    Loader {
        active: screen.viewModel.phase === "won"
        anchors.fill: parent
        sourceComponent: WonView {
            won: screen.viewModel.won
        }
    }
}
