pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// 反诈关: the map, a level, the scene at its end.
StationScreen {
    id: screen
    required property AntiFraudViewModel viewModel
    readonly property bool mapped: viewModel.phase === "map"
    readonly property bool won: viewModel.phase === "won"
    readonly property bool asking: viewModel.phase === "modes"
    readonly property bool split: viewModel.phase === "split"
    readonly property SideViewModel board: viewModel.board as SideViewModel
    readonly property var fight: board?.fight ?? ({})
    // 小骗子模式 up to its ratings, which are played like a level.
    readonly property TricksterViewModel fishing: viewModel.phase === "trickster" ? viewModel.trickster : null
    readonly property bool level: viewModel.phase === "question" || viewModel.phase === "after"
    readonly property LevelView played: levelLoader.item as LevelView
    // Which page of the reasons is open, from 0.
    readonly property int page: played?.afterPage ?? 0
    readonly property bool more: played !== null && played.moreToSee
    readonly property bool settled: viewModel.phase !== "after" || (played !== null && played.settled)

    title: won ? "" : viewModel.title
    subtitle: won ? "" : fishing ? fishing.title : viewModel.subtitle
    picture: fishing ? "backdrop-trickster" : mapped ? (Theme.upright ? "canal-map-tall" : "canal-map") : won ? "victory" : viewModel.backdrop
    veil: 0
    bare: split
    readingText: fishing ? fishing.readingText : viewModel.readingText
    primaryShown: primaryLabel !== ""
    primaryLabel: fishing ? fishing.primaryLabel : !settled ? board.lookLabel : more ? board.moreLabel : viewModel.primaryLabel
    primaryUsable: fishing ? fishing.primaryUsable : viewModel.primaryUsable && settled
    primaryHint: viewModel.primaryHint
    onPrimaryTapped: fishing ? fishing.primary() : more ? played.turnPage() : viewModel.primary()
    headExtras: [
        ExperiencePill {
            readonly property var experience: (screen.viewModel.map as MapViewModel).experience
            visible: screen.mapped
            words: experience.text
            share: experience.share
        },
        ProgressLanterns {
            visible: screen.level
            asking: screen.viewModel.phase === "question"
            done: screen.fight.done || 0
            total: screen.fight.total || 0
        },
        Hearts {
            visible: screen.level
            remaining: screen.fight.hearts || 0
            total: screen.fight.heartsTotal || 0
        }
    ]
    helpers: [
        PageTurn {
            objectName: "message-turn"
            column: screen.level && screen.played?.paged ? screen.played.messageColumn : null
        },
        PageTurn {
            objectName: "options-turn"
            column: screen.viewModel.phase === "question" && screen.played?.judge === false ? screen.played.optionsColumn : null
        },
        TricksterDoor {
            visible: screen.mapped && viewModel.door !== ""
            viewModel: screen.viewModel.trickster
            onTapped: screen.viewModel.openTrickster()
        },
        BigButton {
            objectName: screen.won ? "to-map" : "back-to-map"
            visible: screen.won || screen.asking
            tone: "sky"
            icon: "flag"
            label: screen.won ? screen.viewModel.mapLabel : screen.viewModel.backLabel
            onTapped: screen.viewModel.toMap()
        }
    ]
    MapView {
        visible: screen.mapped
        x: -Theme.margin
        y: -screen.bodyTop
        width: screen.width
        height: screen.height
        viewModel: screen.viewModel.map as MapViewModel
        onEntered: level => screen.viewModel.openLevel(level)
    }
    Loader {
        active: screen.fishing !== null
        anchors.fill: parent
        sourceComponent: TricksterView {
            viewModel: screen.viewModel.trickster
        }
    }
    Loader {
        id: levelLoader
        active: screen.level
        anchors.fill: parent
        sourceComponent: LevelView {
            viewModel: screen.board
        }
    }
    Loader {
        active: screen.asking
        anchors.fill: parent
        sourceComponent: ModesView {
            viewModel: screen.viewModel.modes as ModesViewModel
            onChosen: mode => screen.viewModel.playAs(mode)
        }
    }
    Loader {
        active: screen.split
        anchors.fill: parent
        sourceComponent: SplitView {
            viewModel: screen.viewModel
            onLeaveTapped: screen.leaveTapped()
            onWorryTapped: screen.worryTapped()
        }
    }
    Loader {
        // As long as the scene stands: what nobody holds is drawn anew.
        active: screen.won || screen.split || (screen.level && screen.fight.done >= screen.fight.total - 1)
        width: screen.width
        height: screen.height
        sourceComponent: WonAhead {
            monster: screen.fight.monster ?? ""
            boss: screen.fight.boss ?? false
        }
    }
    Loader {
        active: screen.won
        anchors.fill: parent
        sourceComponent: WonView {
            above: screen.bodyTop
            viewModel: screen.viewModel
        }
    }
}
