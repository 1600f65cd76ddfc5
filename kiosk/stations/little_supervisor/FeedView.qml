pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A post, and beside or below it what is asked of it or what the answer was worth.
Item {
    id: view
    required property LittleSupervisorViewModel viewModel
    readonly property bool upright: Theme.upright
    readonly property real gap: Theme.gutter
    readonly property bool asking: viewModel.phase === "post"
    readonly property real cardWidth: upright ? width : Math.round((width - gap) * 0.43)
    readonly property real panelHeight: upright ? Math.round(Math.min(height * 0.64, (Theme.pinyin ? 770 : 700) * Theme.u)) : height

    PostCard {
        id: card
        post: view.viewModel.post
        x: view.upright || !Theme.leftHanded ? 0 : view.width - width
        width: view.cardWidth
        height: view.upright ? view.height - view.panelHeight - view.gap : view.height
    }
    Item {
        id: panel
        x: view.upright || Theme.leftHanded ? 0 : view.width - width
        y: view.height - height
        width: view.upright ? view.width : view.width - view.cardWidth - view.gap
        height: view.panelHeight
        Loader {
            active: view.asking && view.viewModel.step === "what"
            anchors.fill: parent
            sourceComponent: WhatPanel {
                viewModel: view.viewModel
            }
        }
        Loader {
            active: view.asking && view.viewModel.step === "act"
            anchors.fill: parent
            sourceComponent: ActPanel {
                viewModel: view.viewModel
            }
        }
        Loader {
            active: !view.asking
            anchors.fill: parent
            sourceComponent: AfterPanel {
                after: view.viewModel.after
            }
        }
    }
}
