pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What is it? Four answers; and of what is not fine: by what can one tell?
Item {
    id: panel
    required property LittleSupervisorViewModel viewModel
    readonly property real gap: 16 * Theme.u
    readonly property real whatHeight: Math.max((Theme.pinyin ? 176 : 156) * Theme.u, Theme.target)
    readonly property real whyHeight: Math.max(Theme.target, Math.min(140 * Theme.u, (height - reasons.y - 2 * gap) / 3))
    // What stands on the panel lies as low as it can: within reach.
    readonly property real used: ask.height + whatHeight + why.height + 3 * Math.max(Theme.target, 128 * Theme.u) + 5 * gap

    Txt {
        id: ask
        y: Math.max(0, (panel.height - panel.used) * (Theme.upright ? 0.3 : 0.5))
        width: parent.width
        height: implicitHeight
        text: panel.viewModel.askWhat
        size: 38
        bold: true
        color: Theme.paper
    }
    Row {
        id: whats
        y: ask.y + ask.height + panel.gap
        width: parent.width
        spacing: panel.gap
        Repeater {
            model: panel.viewModel.whats
            BigButton {
                required property var modelData
                objectName: "what-" + modelData.key
                width: (whats.width - 3 * panel.gap) / 4
                height: panel.whatHeight
                stacked: true
                words: modelData.label.length > 6 ? 30 : 36
                iconSize: 58
                tone: modelData.tone
                icon: modelData.icon
                label: modelData.label
                guarded: false
                chosen: panel.viewModel.what === modelData.key
                onTapped: panel.viewModel.sayWhat(modelData.key)
            }
        }
    }
    GuideWords {
        visible: !panel.viewModel.asksWhy
        y: whats.y + panel.whatHeight + 3 * panel.gap
        width: parent.width
        height: (Theme.pinyin ? 190 : 150) * Theme.u
        text: panel.viewModel.think
    }
    Txt {
        id: why
        visible: panel.viewModel.asksWhy
        y: whats.y + panel.whatHeight + 1.5 * panel.gap
        width: parent.width
        height: implicitHeight
        text: panel.viewModel.askWhy
        size: 36
        bold: true
        color: Theme.paper
    }
    Item {
        id: reasons
        visible: panel.viewModel.asksWhy
        y: why.y + why.height + panel.gap * 0.75
        width: parent.width
        Repeater {
            model: panel.viewModel.reasons
            ReasonButton {
                required property int index
                required property string modelData
                objectName: "why-" + index
                width: reasons.width
                height: panel.whyHeight
                y: index * (height + panel.gap * 0.75)
                text: modelData
                chosen: panel.viewModel.reason === modelData
                overrides: panel.viewModel.post.pinyin
                onTapped: panel.viewModel.sayWhy(index)
            }
        }
    }
}
