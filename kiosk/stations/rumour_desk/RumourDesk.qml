pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// 辟谣台: the ways to play, a bait of the little fox, a claim with its four checks, what a rating was worth.
StationScreen {
    id: screen
    required property RumourDeskViewModel viewModel
    readonly property string phase: viewModel.phase
    title: viewModel.title
    picture: Theme.upright ? "rumour-desk-tall" : "rumour-desk"
    veil: 0.25
    readingText: viewModel.readingText
    primaryShown: phase !== "hub"
    primaryLabel: viewModel.primaryLabel
    primaryUsable: viewModel.primaryUsable
    onPrimaryTapped: viewModel.primary()
    headExtras: [
        Pill {
            visible: text !== ""
            text: screen.viewModel.progressText
        }
    ]
    Loader {
        active: screen.phase === "hub"
        anchors.fill: parent
        sourceComponent: ModesView {
            viewModel: screen.viewModel
        }
    }
    Loader {
        active: screen.phase === "bait" || screen.phase === "pulled"
        anchors.fill: parent
        sourceComponent: BaitView {
            viewModel: screen.viewModel
        }
    }
    Loader {
        active: screen.phase === "claim" || screen.phase === "after"
        anchors.fill: parent
        sourceComponent: DeskView {
            viewModel: screen.viewModel
        }
    }
}
