pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A level while it is played: message or question, monster and answers; after the answer its reasons.
Item {
    id: view
    required property SideViewModel viewModel
    readonly property var question: viewModel.question
    readonly property bool judge: question.kind === "judge"
    readonly property bool finding: question.kind === "cues"
    // The message keeps its place when its reasons appear, and what to do stands below it.
    readonly property bool leading: judge || finding
    readonly property bool ordering: question.kind === "order"
    readonly property bool chatting: question.kind === "chat"
    // Steps to order have a stage of their own while they are asked; the message that sets the scene stands there.
    readonly property bool messaged: chatting || (!ordering && question.message.parts !== undefined)
    readonly property bool asked: viewModel.phase === "question"
    readonly property bool upright: Theme.upright
    // Beside a long question there is no room for the monster.
    readonly property bool monstered: asked ? judge || (question.roomy && !messaged && !ordering) : panelDelay.running
    readonly property real gap: Theme.gutter
    readonly property real rightWidth: upright ? width : Math.round(width * (finding || chatting ? 0.44 : 0.379))
    readonly property real leftWidth: upright ? width : width - rightWidth - gap
    readonly property int cues: viewModel.phase === "after" ? viewModel.after.blocks.filter(block => block.kind === "cue").length : 0
    readonly property int afterPages: Math.max(panelLoader.pages, optionsLoader.pages)
    property int afterPage: 0
    property int revealed: 0
    readonly property bool settled: revealed >= cues && !settle.running
    readonly property bool moreToSee: !asked && afterPage < afterPages - 1

    // What may need several pages; the bar turns them.
    readonly property bool paged: (messaged && !chatting) || (ordering && asked && question.message.parts !== undefined)
    property PagedColumn messageColumn: null
    property PagedColumn optionsColumn: null

    function turnPage(): void {
        afterPage += 1;
    }

    Connections {
        target: view.viewModel
        function onPhaseChanged(): void {
            view.revealed = 0;
            view.afterPage = 0;
            if (view.viewModel.phase !== "after")
                return;
            settle.restart();
            if (view.viewModel.fight.lost && Theme.reveal > 0)
                panelDelay.restart();
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
    Timer {
        interval: Theme.calm ? 1 : 250
        repeat: !Theme.calm
        running: view.viewModel.phase === "after" && !panelDelay.running && view.revealed < view.cues
        onTriggered: view.revealed = Theme.calm ? view.cues : view.revealed + 1
    }

    Repeater {
        model: view.messaged && !view.chatting ? [view.question] : []
        MessageCard {
            required property var modelData
            objectName: "message"
            message: modelData.message
            overrides: modelData.overrides
            revealed: view.revealed
            finding: view.finding && view.asked
            chosen: view.finding ? view.viewModel.chosen : []
            onPassageTapped: key => view.viewModel.choose(key)
            width: view.leftWidth
            Component.onCompleted: view.messageColumn = parts
            height: layout.messageHeight
        }
    }
    Loader {
        id: chatLoader
        active: view.chatting
        width: view.leftWidth
        height: layout.messageHeight
        sourceComponent: ChatCard {
            objectName: "chat"
            chat: view.question.chat
            overrides: view.question.overrides
        }
    }
    MonsterCard {
        id: monster
        visible: view.monstered
        fight: view.viewModel.fight
        x: view.upright ? 0 : view.width - width
        y: layout.monsterY
        width: view.rightWidth
        height: layout.monsterHeight
    }
    StemCard {
        id: stemCard
        readonly property bool beside: view.messaged && !view.upright && view.asked
        visible: !view.judge && (view.asked ? !view.ordering : !view.messaged)
        stem: view.question.stem
        ems: view.question.ems
        overrides: view.question.overrides
        tallest: view.height * (view.asked ? (view.upright ? 0.4 : 0.5) : (view.upright ? 0.29 : 0.6))
        x: beside ? view.width - width : 0
        y: layout.stemY
        width: beside ? view.rightWidth : view.asked && !view.question.roomy ? view.width : view.leftWidth
        player: view.asked ? view.question.player : 0
        playerText: view.question.playerText
        height: view.asked ? Math.max(implicitHeight, layout.lowest - view.gap - y) : implicitHeight
    }
    Item {
        id: prompt
        visible: view.asked && view.judge
        y: answers.y - height - 24 * Theme.u
        width: view.width
        height: Math.max(view.question.player > 0 ? 68 * Theme.u : 0, stem.height)
        PlayerBadge {
            id: badge
            anchors.verticalCenter: parent.verticalCenter
            player: view.question.player
            text: view.question.playerText
        }
        Txt {
            id: stem
            x: view.question.player > 0 ? badge.width + 28 * Theme.u : 4 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x
            height: Math.min(implicitHeight, view.height * 0.2)
            fit: true
            text: view.question.stem
            size: 38
            bold: true
            color: Theme.paper
            overrides: view.question.overrides
        }
    }
    Item {
        id: answers
        readonly property real upper: view.judge ? view.height - judgeAnswers.implicitHeight : layout.answersY
        visible: view.asked && !view.ordering && (!view.chatting || (chatLoader.item as ChatCard)?.settled === true)
        x: !view.judge && view.messaged && !view.upright ? view.width - width : 0
        y: upper
        width: view.judge || !(view.question.roomy || view.messaged) ? view.width : view.messaged ? view.rightWidth : view.leftWidth
        height: (view.finding && view.upright ? without.y - view.gap : view.height) - upper
        JudgeAnswers {
            id: judgeAnswers
            visible: view.judge
            anchors.fill: parent
            viewModel: view.viewModel
        }
        Repeater {
            model: view.judge || view.ordering ? [] : [view.question]
            OptionAnswers {
                required property var modelData
                width: answers.width
                height: answers.height
                viewModel: view.viewModel
                Component.onCompleted: view.optionsColumn = column
            }
        }
    }
    Repeater {
        model: view.asked && view.ordering ? [view.question] : []
        OrderStage {
            required property var modelData
            width: view.width
            height: view.height
            viewModel: view.viewModel
            onMessageColumnChanged: view.messageColumn = messageColumn
        }
    }
    // A genuine message has nothing that gives it away.
    BigButton {
        id: without
        readonly property int place: view.question.options.findIndex(option => option.key === "none")
        visible: view.asked && view.finding
        objectName: "option-" + place
        y: view.upright ? view.height - height : layout.messageHeight + view.gap
        width: view.leftWidth
        height: view.upright ? Math.max(132 * Theme.u, Theme.target) : view.height - y
        tone: "sky"
        icon: "shield"
        iconSize: 76
        words: 46
        guarded: false
        label: view.question.options[place]?.text ?? ""
        chosen: view.viewModel.chosen.includes("none")
        chosenLabel: view.viewModel.chosenLabel
        onTapped: view.viewModel.choose("none")
    }
    Loader {
        id: panelLoader
        readonly property int pages: (item as AfterPanel)?.pages ?? 1
        active: view.viewModel.phase === "after" && !panelDelay.running
        x: view.upright ? 0 : view.width - width
        y: layout.panelY
        width: view.rightWidth
        height: view.height - y
        sourceComponent: AfterPanel {
            id: panel
            objectName: "panel"
            after: view.viewModel.after
            fight: view.viewModel.fight
            revealed: view.revealed
            overrides: view.question.overrides
            page: Math.min(view.afterPage, pages - 1)
            NumberAnimation on opacity {
                from: 0
                to: 1
                duration: Theme.quick
            }
        }
    }
    StepsCard {
        id: steps
        visible: view.viewModel.phase === "after" && view.leading
        title: view.viewModel.after.stepsTitle || ""
        steps: view.viewModel.after.steps || []
        strong: view.viewModel.after.strongStep ?? -1
        y: layout.messageHeight + view.gap
        width: view.leftWidth
        height: view.upright ? implicitHeight : view.height - y
    }
    Loader {
        id: optionsLoader
        readonly property int pages: (item as AfterOptions)?.pages ?? 1
        active: view.viewModel.phase === "after" && !view.leading && !view.chatting
        y: layout.afterOptionsY
        width: view.leftWidth
        height: (view.upright ? layout.panelY - view.gap : view.height) - y
        sourceComponent: AfterOptions {
            options: view.messaged ? view.viewModel.after.options.filter(option => option.mark !== "") : view.viewModel.after.options
            missedLabel: view.viewModel.missedLabel
            overrides: view.question.overrides
            page: Math.min(view.afterPage, pages - 1)
        }
    }
    // Where everything stands, in one place.
    QtObject {
        id: layout
        // A small child or one in a wheelchair reaches the lower two thirds of the screen.
        readonly property real lowest: (view.upright ? 408 : 224) * Theme.u
        readonly property real promptHeight: prompt.height + 24 * Theme.u
        readonly property real judgeTop: view.height - judgeAnswers.implicitHeight - layout.promptHeight - 20 * Theme.u
        readonly property real messageHeight: {
            if (view.chatting)
                return view.height * (view.upright ? 0.46 : 1);
            if (!view.leading)
                return view.height * (view.asked ? (view.upright ? 0.38 : 1) : (view.upright ? 0.3 : 0.56));
            if (view.upright)
                return view.height * (view.finding ? 0.36 : 0.44);
            return Math.min(view.judge ? layout.judgeTop : view.height - (Theme.pinyin ? 252 : 160) * Theme.u - view.gap, view.height - steps.implicitHeight - view.gap);
        }
        readonly property real monsterY: view.upright && (view.leading || view.chatting) ? layout.messageHeight + view.gap : 0
        readonly property real monsterHeight: {
            if (!view.upright)
                return view.judge ? layout.messageHeight : view.height;
            return view.leading || view.chatting ? layout.judgeTop - layout.monsterY : view.height * 0.26;
        }
        readonly property real stemY: {
            if (view.messaged)
                return view.upright ? layout.messageHeight + view.gap : 0;
            return view.upright && view.asked && view.question.roomy ? layout.monsterHeight + view.gap : 0;
        }
        readonly property real answersY: layout.stemY + stemCard.height + view.gap
        readonly property real afterOptionsY: view.messaged ? layout.messageHeight + view.gap : stemCard.height + view.gap
        readonly property real panelY: {
            if (!view.upright)
                return 0;
            if (view.chatting)
                return layout.messageHeight + view.gap;
            return view.leading ? steps.y + steps.implicitHeight + view.gap : view.height * (view.messaged || view.question.options.length > 4 ? 0.58 : 0.5);
        }
    }
}
