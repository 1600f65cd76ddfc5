pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// 公约坊: the hub, a game of words, the jigsaw, what a game has shown.
StationScreen {
    id: screen
    required property ConventionPuzzleViewModel viewModel
    readonly property HubViewModel hub: viewModel.hub as HubViewModel
    readonly property BoardViewModel board: viewModel.board as BoardViewModel
    readonly property JigsawViewModel jigsaw: viewModel.jigsaw as JigsawViewModel
    readonly property bool atHub: viewModel.phase === "hub"
    title: viewModel.title
    subtitle: viewModel.subtitle
    picture: Theme.upright ? "workshop-tall" : "workshop"
    veil: 0
    readingText: viewModel.readingText
    primaryShown: viewModel.primaryLabel !== ""
    primaryLabel: viewModel.primaryLabel
    primaryUsable: viewModel.primaryUsable
    onPrimaryTapped: viewModel.primary()
    headExtras: [
        Pill {
            visible: !screen.jigsaw
            text: screen.board ? screen.board.progressText : screen.hub.knownText
        }
    ]
    helpers: [
        Loader {
            active: screen.jigsaw !== null
            visible: active
            sourceComponent: JigsawTools {
                viewModel: screen.jigsaw
            }
        },
        BigButton {
            objectName: "to-hub"
            visible: !screen.atHub
            tone: "sky"
            icon: "game-jigsaw"
            label: qsTr("选画")
            onTapped: screen.viewModel.toHub()
        },
        BigButton {
            objectName: "hint"
            visible: screen.board !== null
            tone: "glow"
            icon: "bulb"
            label: qsTr("提示")
            guarded: false
            onTapped: screen.viewModel.hint()
        },
        BigButton {
            objectName: "other-convention"
            visible: screen.atHub && screen.hub.several
            tone: "lilac"
            icon: "refresh"
            label: qsTr("换一份")
            onTapped: screen.viewModel.otherConvention()
        },
        BigButton {
            objectName: "finish"
            visible: screen.atHub && screen.hub.canFinish
            tone: "sky"
            icon: "flag"
            label: qsTr("我拼好了")
            onTapped: screen.viewModel.finish()
        }
    ]
    // It stays behind the games: its pictures are drawn once.
    HubView {
        visible: screen.atHub
        anchors.fill: parent
        viewModel: screen.viewModel
        hub: screen.hub
    }
    Loader {
        active: screen.board !== null
        anchors.fill: parent
        sourceComponent: BoardView {
            board: screen.board
        }
    }
    Loader {
        active: screen.jigsaw !== null
        anchors.fill: parent
        sourceComponent: JigsawTable {
            viewModel: screen.jigsaw
        }
    }
    // The whole picture is looked at before its line comes.
    Timer {
        interval: 2600
        running: screen.viewModel.whole
        onTriggered: screen.viewModel.primary()
    }
    Loader {
        active: screen.viewModel.phase === "done"
        anchors.fill: parent
        sourceComponent: DoneView {
            done: screen.viewModel.done
        }
    }
}
