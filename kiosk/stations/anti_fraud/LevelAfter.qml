pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// After the answer: the reasons, the answers with their marks or what to do, and how far they have been read.
Item {
    id: reasons
    required property LevelPlan plan
    readonly property SideViewModel viewModel: plan.viewModel
    readonly property bool now: viewModel.phase === "after"
    readonly property real stepsHeight: steps.implicitHeight
    readonly property int cues: now ? viewModel.after.blocks.filter(block => block.kind === "cue").length : 0
    readonly property int pages: Math.max(panelLoader.pages, optionsLoader.pages)
    readonly property bool falling: panelDelay.running
    readonly property bool settled: revealed >= cues && !settle.running
    readonly property bool moreToSee: now && page < pages - 1
    property int page: 0
    property int revealed: 0
    // Whether the answers stand again beside the panel: of the item that was answered, not of the next.
    property bool again: false

    function turnPage(): void {
        page += 1;
    }
    Connections {
        target: reasons.viewModel
        function onPhaseChanged(): void {
            reasons.revealed = 0;
            reasons.page = 0;
            reasons.again = reasons.now && !reasons.plan.leading && !reasons.plan.chatting;
            if (!reasons.now)
                return;
            settle.restart();
            if (reasons.viewModel.fight.lost && Theme.reveal > 0)
                panelDelay.restart();
            making.restart();
        }
    }
    // The next touch counts only after the reasons have been seen to appear.
    Timer {
        id: settle
        interval: Theme.calm ? 400 : 900
    }
    // A lie falls and the monster flinches before the reasons take its place.
    Timer {
        id: panelDelay
        interval: 620
    }
    // The panel is made after what changes at once, and shown when the lie has fallen.
    Timer {
        id: making
        interval: panelDelay.running ? 480 : 34
    }
    Timer {
        interval: Theme.calm ? 1 : 250
        repeat: !Theme.calm
        running: reasons.now && !panelDelay.running && reasons.revealed < reasons.cues
        onTriggered: reasons.revealed = Theme.calm ? reasons.cues : reasons.revealed + 1
    }
    Loader {
        id: panelLoader
        readonly property int pages: (item as AfterPanel)?.pages ?? 1
        active: reasons.now && !making.running
        opacity: panelDelay.running ? 0 : 1
        x: reasons.plan.upright ? 0 : reasons.width - width
        y: reasons.plan.panelY
        width: reasons.plan.rightWidth
        height: reasons.height - y
        sourceComponent: AfterPanel {
            objectName: "panel"
            after: reasons.viewModel.after
            fight: reasons.viewModel.fight
            revealed: reasons.revealed
            overrides: reasons.plan.question.overrides
            page: Math.min(reasons.page, pages - 1)
        }
    }
    StepsCard {
        id: steps
        visible: reasons.now && reasons.plan.leading
        title: reasons.viewModel.after.stepsTitle || ""
        steps: reasons.viewModel.after.steps || []
        strong: reasons.viewModel.after.strongStep ?? -1
        y: reasons.plan.stepsY
        width: reasons.plan.leftWidth
        height: reasons.plan.upright ? implicitHeight : reasons.height - y
    }
    Loader {
        id: optionsLoader
        readonly property int pages: (item as AfterOptions)?.pages ?? 1
        active: reasons.again
        y: reasons.plan.afterOptionsY
        width: reasons.plan.leftWidth
        height: (reasons.plan.upright ? reasons.plan.panelY - reasons.plan.gap : reasons.height) - y
        sourceComponent: AfterOptions {
            options: reasons.plan.messaged ? reasons.viewModel.after.options.filter(option => option.mark !== "") : reasons.viewModel.after.options
            missedLabel: reasons.viewModel.missedLabel
            overrides: reasons.plan.question.overrides
            page: Math.min(reasons.page, pages - 1)
        }
    }
}
