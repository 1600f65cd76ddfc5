import QtQuick
import kiosk.ui

// What a level shows now and where it stands, in one place. All in pixels of the level's own area.
QtObject {
    required property SideViewModel viewModel
    required property real width
    required property real height
    // What the parts of the level wish for.
    required property real judgeHeight
    required property real promptHeight
    required property real stepsHeight
    required property real stemHeight

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
    readonly property real gap: Theme.gutter
    readonly property real rightWidth: upright ? width : Math.round(width * (finding || chatting ? 0.44 : 0.379))
    readonly property real leftWidth: upright ? width : width - rightWidth - gap

    // A small child or one in a wheelchair reaches the lower two thirds of the screen.
    readonly property real lowest: (upright ? 408 : 224) * Theme.u
    readonly property real judgeTop: height - judgeHeight - promptHeight - 44 * Theme.u
    readonly property real messageHeight: {
        if (chatting)
            return height * (upright ? 0.46 : 1);
        if (!leading)
            return height * (asked ? (upright ? 0.38 : 1) : (upright ? 0.3 : 0.56));
        if (upright)
            return height * (finding ? 0.36 : 0.44);
        return Math.min(judge ? judgeTop : height - (Theme.pinyin ? 252 : 160) * Theme.u - gap, height - stepsHeight - gap);
    }
    readonly property real monsterY: upright && (leading || chatting) ? messageHeight + gap : 0
    readonly property real monsterHeight: {
        if (!upright)
            return judge ? messageHeight : height;
        return leading || chatting ? judgeTop - monsterY : height * 0.26;
    }
    readonly property real stemY: {
        if (messaged)
            return upright ? messageHeight + gap : 0;
        return upright && asked && question.roomy ? monsterHeight + gap : 0;
    }
    readonly property real answersY: stemY + stemHeight + gap
    readonly property real afterOptionsY: messaged ? messageHeight + gap : stemHeight + gap
    readonly property real stepsY: messageHeight + gap
    readonly property real panelY: {
        if (!upright)
            return 0;
        if (chatting)
            return messageHeight + gap;
        return leading ? stepsY + stepsHeight + gap : height * (messaged || question.options.length > 4 ? 0.58 : 0.5);
    }
}
