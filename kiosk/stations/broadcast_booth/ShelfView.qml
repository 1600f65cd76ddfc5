pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Six themes on the shelf above, the scripts of one below.
Item {
    id: view
    required property ShelfViewModel viewModel
    readonly property real shelfWidth: Theme.upright ? width : 1456 * Theme.u
    readonly property real shelfHeight: (Theme.upright ? 420 : 382) * Theme.u
    readonly property real boardY: shelfHeight * 0.776
    readonly property int across: Theme.upright ? 3 : 6
    readonly property int down: Theme.upright ? 2 : 1
    readonly property real bubble: (Theme.pinyin ? 196 : 150) * Theme.u
    readonly property real gap: 20 * Theme.u
    readonly property real below: height - shelfHeight - gap - (viewModel.more ? Theme.target + gap : 0)

    Art {
        width: Math.round(view.shelfWidth)
        height: Math.round(view.shelfHeight)
        fillMode: Image.Stretch
        name: "theme-shelf"
    }
    Row {
        id: spines
        x: (view.shelfWidth - width) / 2
        y: view.boardY - height
        spacing: (Theme.upright ? 12 : 60) * Theme.u
        Repeater {
            model: view.viewModel.themes
            Spine {
                required property var modelData
                objectName: "theme-" + modelData.key
                height: view.boardY * 0.94
                shown: modelData
                onTapped: view.viewModel.pickTheme(modelData.key)
            }
        }
    }
    Item {
        visible: !Theme.upright
        x: view.shelfWidth + 24 * Theme.u
        width: view.width - x
        height: view.shelfHeight
        SpeechBubble {
            width: parent.width
            height: view.bubble
            text: qsTr("挑一篇，说给大家听！")
            size: 30
        }
        Art {
            name: "yingying"
            anchors.horizontalCenter: parent.horizontalCenter
            y: view.bubble
            width: Math.round(view.shelfHeight - view.bubble - 4 * Theme.u)
            height: width
        }
    }
    Grid {
        y: view.shelfHeight + view.gap
        columns: view.across
        spacing: view.gap
        Repeater {
            model: view.viewModel.scripts
            ScriptCard {
                required property var modelData
                required property int index
                objectName: "script-" + index
                width: (view.width - (view.across - 1) * view.gap) / view.across
                height: Math.min(460 * Theme.u, (view.below - (view.down - 1) * view.gap) / view.down)
                shown: modelData
                onTapped: view.viewModel.pick(modelData.id)
            }
        }
    }
    BigButton {
        objectName: "more"
        visible: view.viewModel.more
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        label: qsTr("还有几篇")
        icon: "arrow-right"
        iconRight: true
        onTapped: view.viewModel.turn()
    }
}
