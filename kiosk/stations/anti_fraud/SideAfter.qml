pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// After an answer at a child's side: the message with its cues, or the answers with their marks; and the reasons.
Item {
    id: after
    required property SideViewModel side
    readonly property var shown: side.after
    readonly property var question: side.question
    readonly property var marked: shown.options.filter(option => option.mark !== "")
    readonly property bool messaged: question.message.parts !== undefined
    // A wide side has the reasons beside, a tall one below.
    readonly property bool wide: width > height * 1.15
    readonly property real gap: 16 * Theme.u
    readonly property int pages: Math.max(panel.pages, (optionsLoader.item as AfterOptions)?.pages ?? 1, parts?.pages ?? 1)
    property PagedColumn parts: null
    property int page: 0
    readonly property bool moreToSee: page < pages - 1
    // The next touch counts only after the reasons have been seen to appear.
    readonly property bool settled: !settle.running

    function turnPage(): void {
        page += 1;
        if (parts)
            parts.page = Math.min(page, parts.pages - 1);
    }
    Timer {
        id: settle
        interval: Theme.calm ? 400 : 900
        running: true
    }
    Item {
        id: upper
        width: after.wide ? (after.width - after.gap) * (after.messaged ? 0.48 : 0.42) : after.width
        height: after.wide ? after.height : after.height * (after.messaged ? 0.5 : [0.2, 0.22, 0.37, 0.46][Math.min(3, after.marked.length)])
        Repeater {
            model: after.messaged ? [after.question] : []
            MessageCard {
                required property var modelData
                anchors.fill: parent
                message: modelData.message
                overrides: modelData.overrides
                revealed: 99
                Component.onCompleted: after.parts = parts
            }
        }
        Loader {
            id: optionsLoader
            active: !after.messaged
            anchors.fill: parent
            sourceComponent: AfterOptions {
                options: after.marked
                missedLabel: after.side.missedLabel
                overrides: after.question.overrides
                page: Math.min(after.page, pages - 1)
            }
        }
    }
    AfterPanel {
        id: panel
        x: after.wide ? upper.width + after.gap : 0
        y: after.wide ? 0 : upper.height + after.gap
        width: after.width - x
        height: after.height - y
        after: after.shown
        fight: after.side.fight
        revealed: 99
        overrides: after.question.overrides
        page: Math.min(after.page, pages - 1)
    }
}
