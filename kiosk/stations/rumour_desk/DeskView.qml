pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A claim, and beside or below it the four checks with a rating, or what the rating was worth.
Item {
    id: view
    required property RumourDeskViewModel viewModel
    readonly property bool upright: Theme.upright
    readonly property real gap: Theme.gutter
    readonly property bool asking: viewModel.phase === "claim"
    readonly property real cardWidth: upright ? width : Math.round((width - gap) * 0.38)
    readonly property real panelHeight: upright ? Math.round(height * (Theme.pinyin ? 0.7 : 0.68)) : height

    ClaimCard {
        claim: view.viewModel.claim
        x: view.upright || !Theme.leftHanded ? 0 : view.width - width
        width: view.cardWidth
        height: view.upright ? view.height - view.panelHeight - view.gap : view.height
    }
    Item {
        x: view.upright || Theme.leftHanded ? 0 : view.width - width
        y: view.height - height
        width: view.upright ? view.width : view.width - view.cardWidth - view.gap
        height: view.panelHeight
        Loader {
            active: view.asking
            anchors.fill: parent
            sourceComponent: CheckPanel {
                viewModel: view.viewModel
            }
        }
        Loader {
            active: !view.asking
            anchors.fill: parent
            sourceComponent: RatedPanel {
                after: view.viewModel.after
            }
        }
    }
}
