pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The three judgements. Their colours tell them apart, never right from wrong.
Item {
    id: answers
    required property AntiFraudViewModel viewModel
    implicitHeight: Theme.upright ? Math.max(176 * Theme.u, Theme.target) : Math.max(132 * Theme.u, Theme.target)
    Row {
        anchors.fill: parent
        spacing: (Theme.upright ? 24 : 32) * Theme.u
        Repeater {
            model: answers.viewModel.question.kind === "judge" ? answers.viewModel.question.options : []
            BigButton {
                required property int index
                required property var modelData
                objectName: "option-" + index
                width: (answers.width - 2 * (parent as Row).spacing) / 3
                height: answers.height
                stacked: Theme.upright
                tone: modelData.tone
                icon: modelData.icon
                iconSize: Theme.upright ? 64 : 76
                label: modelData.text
                words: Theme.upright ? (Theme.pinyin ? 40 : 44) : Theme.pinyin ? 46 : 54
                guarded: false
                chosen: answers.viewModel.chosen.includes(modelData.key)
                chosenLabel: Theme.upright ? "" : answers.viewModel.chosenLabel
                onTapped: answers.viewModel.choose(modelData.key)
            }
        }
    }
}
