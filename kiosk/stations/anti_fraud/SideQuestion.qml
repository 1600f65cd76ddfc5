pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What is asked at a child's side: a message or a question above, the answers below.
Item {
    id: asked
    required property SideViewModel side
    required property string prefix
    // How much of it is made: the message, then the answers.
    required property int pieces
    readonly property var question: side.question
    readonly property bool judge: question.kind === "judge"
    readonly property bool messaged: question.message.parts !== undefined
    readonly property real gap: 16 * Theme.u
    // Where there is height the answers of a choice stand under each other, else two by two.
    readonly property bool tall: height > 720 * Theme.u
    // Where there is little, the judgements stand beside the message.
    readonly property bool low: height < 520 * Theme.u
    readonly property real messageWidth: judge && low ? width - judgeAnswers.width - gap : width
    property PagedColumn messageColumn: null
    readonly property PagedColumn optionsColumn: (optionsLoader.item as OptionAnswers)?.column ?? null

    Repeater {
        model: asked.messaged ? [asked.question] : []
        MessageCard {
            required property var modelData
            message: modelData.message
            overrides: modelData.overrides
            width: asked.messageWidth
            height: words.y - asked.gap
            Component.onCompleted: asked.messageColumn = parts
        }
    }
    Txt {
        id: words
        visible: asked.judge
        x: 8 * Theme.u
        y: (asked.low ? asked.height : judgeAnswers.y - asked.gap) - height
        width: asked.messageWidth - 2 * x
        height: Math.min(implicitHeight, asked.height * 0.25)
        fit: true
        text: asked.question.stem
        size: Theme.pinyin ? 32 : 36
        bold: true
        color: Theme.paper
        overrides: asked.question.overrides
    }
    StemCard {
        id: stem
        visible: !asked.judge
        stem: asked.question.stem
        ems: asked.question.ems
        overrides: asked.question.overrides
        tallest: asked.height * 0.42
        width: parent.width
        height: asked.tall ? Math.max(implicitHeight, asked.height * 0.24) : implicitHeight
    }
    JudgeAnswers {
        id: judgeAnswers
        visible: asked.judge
        viewModel: asked.side
        prefix: asked.prefix
        tall: true
        piled: asked.low
        x: parent.width - width
        y: parent.height - height
        width: asked.low ? 340 * Theme.u : parent.width
        height: asked.low ? parent.height : Math.max(156 * Theme.u, Theme.target) + (Theme.pinyin ? 16 * Theme.u : 0)
    }
    Loader {
        id: optionsLoader
        active: !asked.judge && asked.pieces > 1
        y: stem.height + asked.gap
        width: parent.width
        height: parent.height - y
        sourceComponent: OptionAnswers {
            viewModel: asked.side
            prefix: asked.prefix
            tall: asked.tall
            columns: asked.tall && asked.question.kind !== "true_false" ? 1 : 2
        }
    }
}
