pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The answers of a choice: as large as fits, on pages when there are too many words.
Item {
    id: answers
    required property SideViewModel viewModel
    // At a side of a shared screen the names begin with the side.
    property string prefix: ""
    property bool tall: Theme.upright
    readonly property var question: viewModel.question
    readonly property alias column: grid
    // A message without any cue is said so below it, not here.
    readonly property var options: question.options.filter(option => option.key !== "none")
    property int columns: tall && question.kind !== "true_false" && question.kind !== "cues" ? 1 : question.columns
    // The size at which the longest answer stands on one line, if that is still large.
    readonly property real oneLine: Math.max(34, Math.min(44, Math.floor((width / columns / Theme.u - 176) / question.longest)))
    PagedColumn {
        id: grid
        anchors.fill: parent
        spacing: 20 * Theme.u
        stretch: (answers.question.kind === "true_false" ? 440 : answers.columns === 2 ? 260 : 200) * Theme.u
        sizes: answers.question.kind === "true_false" ? [64, 52, 40] : Theme.pinyin ? [38, 34, 30, 28] : [answers.oneLine, 34, 30, 28]
        Repeater {
            model: Math.ceil(answers.options.length / answers.columns)
            Item {
                id: line
                required property int index
                implicitHeight: Math.max(...cells.children.map(cell => cell.implicitHeight))
                Item {
                    id: cells
                    anchors.fill: parent
                    Repeater {
                        model: answers.options.slice(line.index * answers.columns, (line.index + 1) * answers.columns)
                        OptionCard {
                            required property int index
                            required property var modelData
                            objectName: answers.prefix + "option-" + (line.index * answers.columns + index)
                            x: index * (width + Theme.gutter)
                            width: (line.width - (answers.columns - 1) * Theme.gutter) / answers.columns
                            height: line.height
                            label: modelData.text
                            letter: modelData.letter
                            icon: modelData.icon
                            tone: modelData.tone
                            several: answers.question.kind === "multi" || answers.question.kind === "cues"
                            big: answers.question.kind === "true_false"
                            size: grid.textSize
                            overrides: answers.question.overrides
                            chosen: answers.viewModel.chosen.includes(modelData.key)
                            chosenLabel: answers.viewModel.chosenLabel
                            onTapped: answers.viewModel.choose(modelData.key)
                        }
                    }
                }
            }
        }
    }
}
