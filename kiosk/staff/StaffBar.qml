pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The way back to the children, the tabs this role has, and the page's one primary act.
Item {
    id: bar
    required property StaffViewModel viewModel
    property string primaryLabel: ""
    property bool primaryUsable: true
    property string primaryName: "primary"
    readonly property int count: viewModel.tabs.length
    readonly property real gap: (Theme.upright ? 12 : 16) * Theme.u
    readonly property real tabsRoom: width - (Theme.upright ? 0 : leave.width + 2 * Theme.gutter + primaryRoom)
    readonly property real primaryRoom: primary.visible ? primary.implicitWidth + Theme.gutter : 0
    readonly property int rows: count > 0 ? 1 : 0
    readonly property int columns: Math.max(1, count)
    readonly property real tabWidth: Math.max(120 * Theme.u, Math.min(176 * Theme.u, (tabsRoom - (columns - 1) * gap) / columns))
    // So much is left for the primary button beside tabs of the least width; longer words get smaller.
    readonly property real spare: Theme.upright ? width - leave.width - Theme.gutter : width - leave.width - 3 * Theme.gutter - count * 120 * Theme.u - (count - 1) * gap
    readonly property real primaryWords: Math.min(44, Math.max(26, 44 * (spare - 64 * Theme.u) / Math.max(1, measured.width)))
    signal primaryTapped
    // A tab with several pages: its middle is at `at`.
    signal menuTapped(var tab, real at)
    implicitHeight: Theme.target + (Theme.upright && rows > 0 ? Theme.target + Theme.gutter : 0)
    height: implicitHeight

    TextMetrics {
        id: measured
        font.family: Theme.family
        font.bold: true
        font.pixelSize: Theme.px(44)
        text: bar.primaryLabel
    }
    BigButton {
        id: leave
        objectName: "staff-leave"
        anchors.left: Theme.leftHanded ? undefined : parent.left
        anchors.right: Theme.leftHanded ? parent.right : undefined
        y: 0
        icon: "home"
        label: qsTr("回到孩子屏幕")
        stacked: true
        words: 28
        width: implicitWidth + 28 * Theme.u
        onTapped: bar.viewModel.leave()
    }
    Grid {
        columns: bar.columns
        x: Theme.upright ? 0 : Theme.leftHanded ? bar.width - leave.width - 2 * Theme.gutter - width : leave.width + 2 * Theme.gutter
        y: bar.height - height
        spacing: bar.gap
        layoutDirection: Theme.leftHanded ? Qt.RightToLeft : Qt.LeftToRight
        Repeater {
            model: bar.viewModel.tabs
            BigButton {
                id: tab
                required property var modelData
                readonly property bool many: modelData.pages.length > 1
                objectName: (many ? "tab-" : "page-") + modelData.key
                width: bar.tabWidth
                stacked: true
                words: 28
                icon: modelData.icon
                label: modelData.name
                tone: modelData.here ? "light" : "paper"
                onTapped: many ? bar.menuTapped(modelData, tab.mapToItem(bar, tab.width / 2, 0).x) : bar.viewModel.open(modelData.key)
                Art {
                    visible: tab.many
                    name: "icon/arrow-down"
                    rotation: 180
                    width: Math.round(24 * Theme.u)
                    height: width
                    x: parent.width - width - 12 * Theme.u
                    y: 14 * Theme.u
                }
            }
        }
    }
    BigButton {
        id: primary
        objectName: bar.primaryName
        visible: bar.primaryLabel !== ""
        anchors.right: Theme.leftHanded ? undefined : parent.right
        anchors.left: Theme.leftHanded ? parent.left : undefined
        y: 0
        tone: "primary"
        label: bar.primaryLabel
        words: bar.primaryWords
        usable: bar.primaryUsable
        onTapped: bar.primaryTapped()
    }
}
