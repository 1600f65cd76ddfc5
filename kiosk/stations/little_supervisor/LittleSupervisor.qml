pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// 督导亭: the town under its weather, a post to look at, what an answer was worth.
StationScreen {
    id: screen
    required property LittleSupervisorViewModel viewModel
    readonly property bool inTown: viewModel.phase === "town"
    title: viewModel.title
    subtitle: viewModel.subtitle
    picture: Theme.upright ? "lookout-inside-tall" : "lookout-inside"
    veil: inTown ? 0.2 : 0.45
    readingText: viewModel.readingText
    primaryLabel: viewModel.primaryLabel
    primaryUsable: viewModel.primaryUsable
    onPrimaryTapped: viewModel.primary()
    headExtras: [
        DayStrip {
            days: screen.viewModel.days
        }
    ]
    helpers: [
        BigButton {
            objectName: "back"
            visible: screen.viewModel.phase === "post" && screen.viewModel.step === "act"
            tone: "sky"
            icon: "arrow-left"
            label: qsTr("改一改")
            onTapped: screen.viewModel.back()
        },
        BigButton {
            objectName: "other-town"
            visible: screen.viewModel.canChange
            tone: "lilac"
            icon: "refresh"
            label: screen.viewModel.otherLabel
            onTapped: screen.viewModel.otherTown()
        }
    ]
    Loader {
        active: screen.inTown
        anchors.fill: parent
        sourceComponent: TownView {
            viewModel: screen.viewModel
        }
    }
    Loader {
        active: !screen.inTown
        anchors.fill: parent
        sourceComponent: FeedView {
            viewModel: screen.viewModel
        }
    }
    // A day takes as long as it takes to see its weather.
    Timer {
        interval: 1100
        repeat: true
        running: screen.viewModel.passing
        onTriggered: screen.viewModel.tick()
    }
}
