pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The three judgements. Their colours tell them apart, never right from wrong.
Item {
    id: answers
    required property SideViewModel viewModel
    // At a side of a shared screen the names begin with the side.
    property string prefix: ""
    property bool tall: Theme.upright
    // One under the other, beside the message.
    property bool piled: false
    readonly property bool narrow: width < 900 * Theme.u
    implicitHeight: tall ? Math.max(176 * Theme.u, Theme.target) : Math.max(132 * Theme.u, Theme.target)
    Grid {
        id: grid
        anchors.fill: parent
        columns: answers.piled ? 1 : 3
        spacing: (answers.narrow ? 14 : answers.tall ? 24 : 32) * Theme.u
        Repeater {
            model: answers.viewModel.question.kind === "judge" ? answers.viewModel.question.options : []
            BigButton {
                required property int index
                required property var modelData
                objectName: answers.prefix + "option-" + index
                width: answers.piled ? answers.width : (answers.width - 2 * grid.spacing) / 3
                height: answers.piled ? (answers.height - 2 * grid.spacing) / 3 : answers.height
                stacked: answers.tall && !answers.piled
                tone: modelData.tone
                icon: modelData.icon
                iconSize: answers.tall ? 64 : 76
                label: modelData.text
                words: answers.narrow ? (Theme.pinyin ? 30 : 38) : answers.tall ? (Theme.pinyin ? 40 : 44) : Theme.pinyin ? 46 : 54
                guarded: false
                chosen: answers.viewModel.chosen.includes(modelData.key)
                chosenLabel: answers.tall ? "" : answers.viewModel.chosenLabel
                onTapped: answers.viewModel.choose(modelData.key)
            }
        }
    }
}
