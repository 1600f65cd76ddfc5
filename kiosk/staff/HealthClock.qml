import QtQuick
import kiosk.ui

// The clock may be wrong: the person beside the machine is asked. Nothing is rewritten whatever the answer is.
Card {
    id: asked
    required property HealthViewModel viewModel
    contour: 4 * Theme.u
    face: Theme.coralSoft
    height: words.height + Theme.target + 72 * Theme.u
    Txt {
        id: words
        objectName: "clock-asked"
        x: 32 * Theme.u
        y: 20 * Theme.u
        width: parent.width - 64 * Theme.u
        text: asked.viewModel.clockAsked
        size: 40
        bold: true
    }
    Row {
        x: 32 * Theme.u
        y: words.y + words.height + 16 * Theme.u
        spacing: 16 * Theme.u
        BigButton {
            objectName: "clock-right"
            visible: asked.viewModel.clockPossible
            words: 36
            icon: "check"
            label: qsTr("对，就是现在")
            onTapped: asked.viewModel.answerClock(true)
        }
        BigButton {
            objectName: "clock-wrong"
            words: 36
            tone: "rose"
            icon: "clock"
            label: qsTr("不对")
            onTapped: asked.viewModel.answerClock(false)
        }
    }
}
