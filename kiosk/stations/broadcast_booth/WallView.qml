pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The 播报墙: themes above, the covers of approved works below; while nothing hangs there, a warm word.
Item {
    id: view
    required property WallViewModel viewModel
    property string emptyWords: ""
    readonly property int across: Theme.upright ? 3 : 6
    readonly property int down: Theme.upright ? 2 : 1
    readonly property real gap: 20 * Theme.u
    readonly property real worksY: view.viewModel.themes.length > 1 ? themes.height + gap : 0
    readonly property real below: height - worksY - (viewModel.more ? Theme.target + gap : 0)

    Flow {
        id: themes
        visible: view.viewModel.themes.length > 1
        width: view.width
        spacing: 14 * Theme.u
        Repeater {
            model: view.viewModel.themes
            BigButton {
                required property var modelData
                objectName: "wall-theme-" + modelData.key
                tone: modelData.chosen ? "light" : "paper"
                words: Theme.upright ? 32 : 34
                label: modelData.name
                onTapped: view.viewModel.pickTheme(modelData.key)
            }
        }
    }
    Grid {
        y: view.worksY
        columns: view.across
        spacing: view.gap
        Repeater {
            model: view.viewModel.works
            WorkCard {
                required property var modelData
                required property int index
                objectName: "work-" + index
                width: (view.width - (view.across - 1) * view.gap) / view.across
                height: Math.min((Theme.upright ? 640 : 560) * Theme.u, (view.below - (view.down - 1) * view.gap) / view.down)
                shown: modelData
                onTapped: view.viewModel.touch(modelData.id)
            }
        }
    }
    Card {
        visible: view.viewModel.empty
        anchors.centerIn: parent
        width: Math.min(view.width, 1240 * Theme.u)
        height: (Theme.upright ? 860 : 420) * Theme.u
        Art {
            id: guide
            name: "yingying-cheer"
            x: (Theme.upright ? (parent.width - width) / 2 : 50 * Theme.u)
            y: (Theme.upright ? 50 : 50) * Theme.u
            width: Math.round(320 * Theme.u)
            height: width
        }
        Txt {
            x: (Theme.upright ? 50 : 400) * Theme.u
            y: (Theme.upright ? 390 : 40) * Theme.u
            width: parent.width - x - 50 * Theme.u
            height: parent.height - y - 40 * Theme.u
            text: view.viewModel.empty ? view.emptyWords : ""
            size: 46
            fit: true
        }
    }
    BigButton {
        objectName: "more"
        visible: view.viewModel.more
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        label: qsTr("还有几张")
        icon: "arrow-right"
        iconRight: true
        onTapped: view.viewModel.turn()
    }
}
