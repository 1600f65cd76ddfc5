pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The three judgements, in the same order for every message. Their colours tell them apart, never right from wrong.
Grid {
    id: answers
    required property QuarterViewModel quarter
    required property string prefix
    // One under the other, beside the message.
    property bool piled: false
    columns: piled ? 1 : 3
    spacing: 14 * Theme.u
    Repeater {
        model: answers.quarter.item.options || []
        BigButton {
            required property int index
            required property var modelData
            objectName: answers.prefix + "option-" + index
            width: answers.piled ? answers.width : (answers.width - 2 * answers.spacing) / 3
            height: answers.piled ? (answers.height - 2 * answers.spacing) / 3 : answers.height
            stacked: !answers.piled
            tone: modelData.tone
            icon: modelData.icon
            iconSize: 64
            label: modelData.text
            words: Theme.pinyin ? 30 : 36
            guarded: false
            chosen: answers.quarter.chosen === modelData.key
            onTapped: answers.quarter.choose(modelData.key)
        }
    }
}
