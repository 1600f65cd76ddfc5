import QtQuick
import kiosk.ui

// Help at hand, for the bar: a hint, the faint picture, the border first.
Row {
    id: tools
    required property JigsawViewModel viewModel
    readonly property JigsawHelper helper: viewModel.helper as JigsawHelper
    spacing: 16 * Theme.u
    // Each for itself: a row of hidden buttons takes no place in the bar.
    readonly property bool playing: viewModel.phase === "play"
    BigButton {
        visible: tools.playing
        objectName: "jigsaw-hint"
        tone: "glow"
        icon: "bulb"
        stacked: true
        label: qsTr("提示")
        words: 28
        implicitWidth: Math.max(136 * Theme.u, Theme.target)
        guarded: false
        onTapped: tools.helper.hint()
    }
    Switch {
        visible: tools.playing
        objectName: "jigsaw-ghost"
        icon: "picture"
        label: qsTr("看图")
        on: tools.helper.ghost
        guarded: false
        onTapped: tools.helper.toggleGhost()
    }
    Switch {
        visible: tools.playing
        objectName: "jigsaw-borders"
        icon: "puzzle-border"
        label: qsTr("先拼边")
        on: tools.helper.borders
        guarded: false
        onTapped: tools.helper.toggleBorders()
    }
}
