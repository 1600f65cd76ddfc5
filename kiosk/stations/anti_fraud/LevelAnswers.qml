pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What can be answered in a level: the judgements, or options under each other; of steps to order their own stage.
Item {
    id: answers
    required property LevelPlan plan
    readonly property SideViewModel viewModel: plan.viewModel
    // All bubbles of a chat have come.
    property bool spoken: true
    readonly property real judgeHeight: judgeAnswers.implicitHeight
    readonly property real promptHeight: prompt.height
    property PagedColumn optionsColumn: null
    property PagedColumn messageColumn: null

    Item {
        id: prompt
        visible: answers.plan.asked && answers.plan.judge
        y: place.y - height - 24 * Theme.u
        width: answers.width
        height: Math.max(answers.plan.question.player > 0 ? 68 * Theme.u : 0, stem.height)
        PlayerBadge {
            id: badge
            anchors.verticalCenter: parent.verticalCenter
            player: answers.plan.question.player
            text: answers.plan.question.playerText
        }
        Txt {
            id: stem
            x: answers.plan.question.player > 0 ? badge.width + 28 * Theme.u : 4 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x
            height: Math.min(implicitHeight, answers.height * 0.2)
            fit: true
            text: answers.plan.question.stem
            size: 38
            bold: true
            color: Theme.paper
            overrides: answers.plan.question.overrides
        }
    }
    Item {
        id: place
        readonly property real upper: answers.plan.judge ? answers.height - judgeAnswers.implicitHeight : answers.plan.answersY
        visible: answers.plan.asked && !answers.plan.ordering && answers.spoken
        x: !answers.plan.judge && answers.plan.messaged && !answers.plan.upright ? answers.width - width : 0
        y: upper
        width: answers.plan.judge || !(answers.plan.question.roomy || answers.plan.messaged) ? answers.width : answers.plan.messaged ? answers.plan.rightWidth : answers.plan.leftWidth
        height: (answers.plan.finding && answers.plan.upright ? without.y - answers.plan.gap : answers.height) - upper
        JudgeAnswers {
            id: judgeAnswers
            visible: answers.plan.judge
            anchors.fill: parent
            viewModel: answers.viewModel
        }
        Repeater {
            model: answers.plan.judge || answers.plan.ordering || !answers.plan.asked ? [] : [answers.plan.question]
            OptionAnswers {
                required property var modelData
                width: place.width
                height: place.height
                viewModel: answers.viewModel
                Component.onCompleted: answers.optionsColumn = column
            }
        }
    }
    Repeater {
        model: answers.plan.asked && answers.plan.ordering ? [answers.plan.question] : []
        OrderStage {
            required property var modelData
            width: answers.width
            height: answers.height
            viewModel: answers.viewModel
            onMessageColumnChanged: answers.messageColumn = messageColumn
        }
    }
    // A genuine message has nothing that gives it away.
    BigButton {
        id: without
        readonly property int index: answers.plan.question.options.findIndex(option => option.key === "none")
        visible: answers.plan.asked && answers.plan.finding
        objectName: "option-" + index
        y: answers.plan.upright ? answers.height - height : answers.plan.stepsY
        width: answers.plan.leftWidth
        height: answers.plan.upright ? Math.max(132 * Theme.u, Theme.target) : answers.height - y
        tone: "sky"
        icon: "shield"
        iconSize: 76
        words: 46
        guarded: false
        label: answers.plan.question.options[index]?.text ?? ""
        chosen: answers.viewModel.chosen.includes("none")
        chosenLabel: answers.viewModel.chosenLabel
        onTapped: answers.viewModel.choose("none")
    }
}
