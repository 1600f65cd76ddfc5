pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// 反诈关: the map, a level, the scene at its end.
StationScreen {
    id: screen
    required property AntiFraudViewModel viewModel
    readonly property bool mapped: viewModel.phase === "map"
    readonly property bool won: viewModel.phase === "won"
    readonly property bool level: !mapped && !won
    readonly property LevelView played: levelLoader.item as LevelView
    // Which page of the reasons is open, from 0.
    readonly property int page: played?.afterPage ?? 0
    readonly property bool more: played !== null && played.moreToSee
    readonly property bool settled: viewModel.phase !== "after" || (played !== null && played.settled)

    title: won ? "" : viewModel.title
    subtitle: won ? "" : viewModel.subtitle
    picture: mapped ? (Theme.upright ? "canal-map-tall" : "canal-map") : won ? "victory" : viewModel.backdrop
    veil: 0
    readingText: viewModel.readingText
    primaryShown: viewModel.primaryLabel !== ""
    primaryLabel: !settled ? viewModel.lookLabel : more ? viewModel.moreLabel : viewModel.primaryLabel
    primaryUsable: viewModel.primaryUsable && settled
    primaryHint: viewModel.primaryHint
    onPrimaryTapped: more ? played.turnPage() : viewModel.primary()
    headExtras: [
        ProgressLanterns {
            visible: screen.level
            asking: screen.viewModel.phase === "question"
            done: screen.viewModel.fight.done || 0
            total: screen.viewModel.fight.total || 0
        },
        Hearts {
            visible: screen.level
            remaining: screen.viewModel.fight.hearts || 0
            total: screen.viewModel.fight.heartsTotal || 0
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
        BigButton {
            objectName: "to-map"
            visible: screen.won
            tone: "sky"
            icon: "flag"
            label: screen.viewModel.mapLabel
            onTapped: screen.viewModel.toMap()
        }
    ]
    MapView {
        visible: screen.mapped
        x: -Theme.margin
        y: -screen.bodyTop
        width: screen.width
        height: screen.height
        viewModel: screen.viewModel
    }
    Loader {
        id: levelLoader
        active: screen.level
        anchors.fill: parent
        sourceComponent: LevelView {
            viewModel: screen.viewModel
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
