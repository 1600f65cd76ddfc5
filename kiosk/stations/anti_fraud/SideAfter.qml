pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// After an answer at a child's side: the message with its cues, or the answers with their marks; and the reasons.
Item {
    id: reasons
    // How much of it is made: the message or the answers, then the reasons.
    required property int pieces
    // As they were after the answer, while the next question is made.
    required property var shown
    required property var question
    required property var fight
    required property string missedLabel
    readonly property var marked: shown.options.filter(option => option.mark !== "")
    readonly property bool messaged: question.message.parts !== undefined
    // A wide side has the reasons beside, a tall one below.
    readonly property bool wide: width > height * 1.15
    readonly property real gap: 16 * Theme.u
    readonly property int pages: Math.max((panelLoader.item as AfterPanel)?.pages ?? 1, (optionsLoader.item as AfterOptions)?.pages ?? 1, parts?.pages ?? 1)
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
        width: reasons.wide ? (reasons.width - reasons.gap) * (reasons.messaged ? 0.48 : 0.42) : reasons.width
        height: reasons.wide ? reasons.height : reasons.height * (reasons.messaged ? 0.5 : [0.2, 0.22, 0.37, 0.46][Math.min(3, reasons.marked.length)])
        Repeater {
            model: reasons.messaged ? [reasons.question] : []
            MessageCard {
                required property var modelData
                anchors.fill: parent
                message: modelData.message
                overrides: modelData.overrides
                revealed: 99
                Component.onCompleted: reasons.parts = parts
            }
        }
        Loader {
            id: optionsLoader
            active: !reasons.messaged
            anchors.fill: parent
            sourceComponent: AfterOptions {
                options: reasons.marked
                missedLabel: reasons.missedLabel
                overrides: reasons.question.overrides
                page: Math.min(reasons.page, pages - 1)
            }
        }
    }
    Loader {
        id: panelLoader
        active: reasons.pieces > 1
        x: reasons.wide ? upper.width + reasons.gap : 0
        y: reasons.wide ? 0 : upper.height + reasons.gap
        width: reasons.width - x
        height: reasons.height - y
        sourceComponent: AfterPanel {
            after: reasons.shown
            fight: reasons.fight
            revealed: 99
            overrides: reasons.question.overrides
            page: Math.min(reasons.page, pages - 1)
        }
    }
}
