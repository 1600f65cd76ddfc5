pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The four checks and what the last one found; below them the rating and how sure the child is.
Item {
    id: panel
    required property RumourDeskViewModel viewModel
    readonly property real gap: 14 * Theme.u
    readonly property real low: Math.max(Theme.target, (Theme.pinyin ? 132 : 120) * Theme.u)
    readonly property real tall: Math.max(Theme.target, (Theme.pinyin ? 160 : 140) * Theme.u)

    FoundView {
        id: found
        width: parent.width
        height: panel.height - panel.tall - 2 * panel.low - 3 * panel.gap
        found: panel.viewModel.found
    }
    Row {
        id: checks
        y: found.height + panel.gap
        spacing: panel.gap
        Repeater {
            model: panel.viewModel.checks.length
            BigButton {
                id: tile
                required property int index
                readonly property var check: panel.viewModel.checks[index]
                objectName: "check-" + check.key
                width: (panel.width - 3 * panel.gap) / 4
                height: panel.tall
                stacked: true
                iconSize: 54
                words: label.length > 8 ? 28 : 32
                tone: panel.viewModel.found.check === check.key ? "light" : check.looked ? "glow" : "paper"
                icon: check.icon
                label: check.label
                guarded: false
                onTapped: panel.viewModel.look(check.key)
                Art {
                    visible: tile.check.looked
                    name: "icon/check-disc"
                    width: Math.round(44 * Theme.u)
                    height: width
                    anchors.right: parent.right
                    anchors.top: parent.top
                    anchors.margins: 8 * Theme.u
                }
            }
        }
    }
    Row {
        id: ratings
        y: checks.y + panel.tall + panel.gap
        spacing: panel.gap
        Repeater {
            model: panel.viewModel.ratings
            BigButton {
                required property var modelData
                objectName: "rate-" + modelData.key
                width: (panel.width - 2 * panel.gap) / 3
                height: panel.low
                iconSize: 44
                words: label.length > 10 ? 28 : 34
                tone: chosen ? "light" : modelData.tone
                usable: panel.viewModel.looked
                icon: modelData.icon
                label: modelData.label
                guarded: false
                chosen: panel.viewModel.rating === modelData.key
                onTapped: panel.viewModel.rate(modelData.key)
            }
        }
    }
    Row {
        y: ratings.y + panel.low + panel.gap
        spacing: panel.gap
        Repeater {
            model: panel.viewModel.sures
            BigButton {
                required property var modelData
                objectName: "sure-" + modelData.key
                width: (panel.width - 2 * panel.gap) / 3
                height: panel.low
                iconSize: 44
                words: 34
                tone: chosen ? "light" : "lilac"
                usable: panel.viewModel.rating !== ""
                icon: modelData.icon
                label: modelData.label
                guarded: false
                chosen: panel.viewModel.sure === modelData.key
                onTapped: panel.viewModel.beSure(modelData.key)
            }
        }
    }
}
