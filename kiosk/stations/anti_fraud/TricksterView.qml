pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// 小骗子模式 until the ratings: the pond and its baits, what the chosen one pulls, and the turn to see through them.
Item {
    id: view
    required property TricksterViewModel viewModel
    readonly property var pond: viewModel.pond
    readonly property bool upright: Theme.upright
    readonly property bool pulled: viewModel.stage === "pulled"
    readonly property bool turned: viewModel.stage === "turn"
    readonly property int count: Math.max(1, pond.baits.length)
    readonly property real gap: Theme.gutter
    readonly property real leftWidth: upright ? width : Math.round((width - gap) * 0.44)
    readonly property real baitsHeight: upright ? Math.min(height * 0.46, (count * 168 + 80) * Theme.u) : height
    // The baits stand in the lower two thirds of the screen, within reach of small children and wheelchairs.
    readonly property real cards: baitsHeight - (upright ? 80 : 172) * Theme.u
    readonly property real upper: upright ? height - baitsHeight - gap : height

    PondCard {
        visible: !view.turned
        pond: view.pond
        silent: view.pulled
        width: view.leftWidth
        height: view.pulled ? view.upper - reason.height - view.gap : view.upper
    }
    PulledCard {
        id: reason
        visible: view.pulled
        pulled: view.viewModel.pulled
        y: view.upper - height
        width: view.leftWidth
        height: Math.round(view.upper * (view.upright ? 0.72 : 0.66))
    }
    Item {
        visible: !view.turned
        x: view.width - width
        y: view.height - height
        width: view.upright ? view.width : view.width - view.leftWidth - view.gap
        height: view.baitsHeight
        Txt {
            id: ask
            x: 4 * Theme.u
            width: parent.width - x
            height: parent.height - view.cards
            fit: true
            text: view.pulled ? view.viewModel.pulled.others ?? "" : view.pond.ask ?? ""
            size: view.pulled ? (Theme.pinyin ? 30 : 36) : view.upright ? 40 : 48
            bold: !view.pulled
            color: view.pulled ? Theme.glowLight : Theme.paper
        }
        Repeater {
            model: view.pond.baits
            BaitCard {
                required property int index
                required property var modelData
                objectName: "bait-" + index
                width: parent.width
                height: (view.cards - (view.count - 1) * view.gap) / view.count
                y: ask.height + index * (height + view.gap)
                label: modelData.text
                tone: modelData.tone
                feeling: modelData.feeling
                chosen: view.viewModel.chosen === modelData.key
                onTapped: view.viewModel.choose(modelData.key)
            }
        }
    }
    Loader {
        active: view.turned
        anchors.fill: parent
        sourceComponent: TurnCard {
            turn: view.viewModel.turn
        }
    }
}
