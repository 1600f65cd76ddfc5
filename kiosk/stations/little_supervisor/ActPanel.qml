pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What would help? Six acts, as many as one likes.
Item {
    id: panel
    required property LittleSupervisorViewModel viewModel
    readonly property real gap: 20 * Theme.u
    readonly property real high: Math.max(Theme.target, Math.min(220 * Theme.u, (height - ask.height - 3 * gap) / 2))

    Txt {
        id: ask
        y: Math.max(0, (panel.height - 2 * panel.high - 3 * panel.gap - height) * 0.5)
        width: parent.width
        height: implicitHeight
        text: panel.viewModel.askActs
        size: 38
        bold: true
        color: Theme.paper
    }
    Grid {
        y: ask.y + ask.height + panel.gap
        columns: 3
        spacing: panel.gap
        Repeater {
            model: panel.viewModel.acts
            BigButton {
                required property var modelData
                objectName: "act-" + modelData.key
                width: (panel.width - 2 * panel.gap) / 3
                height: panel.high
                stacked: true
                words: modelData.label.length > 10 ? 30 : 36
                iconSize: 72
                tone: chosen ? "light" : "paper"
                icon: modelData.icon
                label: modelData.label
                guarded: false
                chosen: panel.viewModel.chosenActs.indexOf(modelData.key) >= 0
                onTapped: panel.viewModel.toggleAct(modelData.key)
            }
        }
    }
}
