pragma ComponentBehavior: Bound

import QtQuick

// A level while it is played: message or question, monster and answers; after the answer its reasons.
Item {
    id: view
    required property SideViewModel viewModel
    readonly property bool judge: plan.judge
    readonly property int afterPage: reasons.page
    readonly property bool settled: reasons.settled
    readonly property bool moreToSee: reasons.moreToSee
    // Beside a long question there is no room for the monster.
    readonly property bool monstered: plan.asked ? judge || (plan.question.roomy && !plan.messaged && !plan.ordering) : reasons.falling

    // What may need several pages; the bar turns them.
    readonly property bool paged: (plan.messaged && !plan.chatting) || (plan.ordering && plan.asked && plan.question.message.parts !== undefined)
    readonly property PagedColumn messageColumn: plan.ordering ? answers.messageColumn : parts
    readonly property PagedColumn optionsColumn: answers.optionsColumn
    property PagedColumn parts: null

    function turnPage(): void {
        reasons.turnPage();
    }
    LevelPlan {
        id: plan
        viewModel: view.viewModel
        width: view.width
        height: view.height
        judgeHeight: answers.judgeHeight
        promptHeight: answers.promptHeight
        stepsHeight: reasons.stepsHeight
        stemHeight: stemCard.height
    }
    DrawnAhead {
        monster: view.viewModel.fight.monster
    }
    Repeater {
        model: plan.messaged && !plan.chatting ? [plan.question] : []
        MessageCard {
            required property var modelData
            objectName: "message"
            message: modelData.message
            overrides: modelData.overrides
            revealed: reasons.revealed
            finding: plan.finding && plan.asked
            chosen: plan.finding ? view.viewModel.chosen : []
            onPassageTapped: key => view.viewModel.choose(key)
            width: plan.leftWidth
            Component.onCompleted: view.parts = parts
            height: plan.messageHeight
        }
    }
    Loader {
        id: chatLoader
        active: plan.chatting
        width: plan.leftWidth
        height: plan.messageHeight
        sourceComponent: ChatCard {
            objectName: "chat"
            chat: plan.question.chat
            overrides: plan.question.overrides
        }
    }
    MonsterCard {
        visible: view.monstered
        fight: view.viewModel.fight
        x: plan.upright ? 0 : view.width - width
        y: plan.monsterY
        width: plan.rightWidth
        height: plan.monsterHeight
    }
    StemCard {
        id: stemCard
        readonly property bool beside: plan.messaged && !plan.upright && plan.asked
        visible: !view.judge && (plan.asked ? !plan.ordering : !plan.messaged)
        stem: plan.question.stem
        ems: plan.question.ems
        overrides: plan.question.overrides
        tallest: view.height * (plan.asked ? (plan.upright ? 0.4 : 0.5) : (plan.upright ? 0.29 : 0.6))
        x: beside ? view.width - width : 0
        y: plan.stemY
        width: beside ? plan.rightWidth : plan.asked && !plan.question.roomy ? view.width : plan.leftWidth
        player: plan.asked ? plan.question.player : 0
        playerText: plan.question.playerText
        height: plan.asked ? Math.max(implicitHeight, plan.lowest - plan.gap - y) : implicitHeight
    }
    LevelAnswers {
        id: answers
        anchors.fill: parent
        plan: plan
        spoken: !plan.chatting || (chatLoader.item as ChatCard)?.settled === true
    }
    LevelAfter {
        id: reasons
        anchors.fill: parent
        plan: plan
    }
}
