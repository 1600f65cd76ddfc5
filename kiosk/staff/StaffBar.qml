pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The way back to the children, the pages this role may open, and the page's one primary act.
Item {
    id: bar
    required property StaffViewModel viewModel
    property string primaryLabel: ""
    property bool primaryUsable: true
    property string primaryName: "primary"
    readonly property int count: viewModel.pages.length
    readonly property real gap: (Theme.upright || count > 8 ? 12 : 16) * Theme.u
    readonly property real tabsRoom: width - (Theme.upright ? 0 : leave.width + 2 * Theme.gutter + primaryRoom)
    readonly property real primaryRoom: primary.visible ? primary.implicitWidth + Theme.gutter : 0
    // Upright more than seven stand in two rows.
    readonly property int rows: Theme.upright && count > 7 ? 2 : count > 0 ? 1 : 0
    readonly property int columns: Math.ceil(count / Math.max(1, rows))
    readonly property real tabWidth: Math.max(120 * Theme.u, Math.min(176 * Theme.u, (tabsRoom - (columns - 1) * gap) / Math.max(1, columns)))
    // So much is left for the primary button beside tabs of the least width; longer words get smaller.
    readonly property real spare: Theme.upright ? width - leave.width - Theme.gutter : width - leave.width - 3 * Theme.gutter - count * 120 * Theme.u - (count - 1) * gap
    readonly property real primaryWords: Math.min(44, Math.max(26, 44 * (spare - 64 * Theme.u) / Math.max(1, measured.width)))
    signal primaryTapped
    implicitHeight: Theme.target + (Theme.upright && rows > 0 ? rows * Theme.target + (rows - 1) * gap + Theme.gutter : 0)
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
        columns: Math.max(1, bar.columns)
        x: Theme.upright ? 0 : Theme.leftHanded ? bar.width - leave.width - 2 * Theme.gutter - width : leave.width + 2 * Theme.gutter
        y: bar.height - height
        spacing: bar.gap
        layoutDirection: Theme.leftHanded ? Qt.RightToLeft : Qt.LeftToRight
        Repeater {
            model: bar.viewModel.pages
            BigButton {
                required property var modelData
                objectName: "page-" + modelData.key
                width: bar.tabWidth
                stacked: true
                words: 28
                icon: modelData.icon
                label: modelData.name
                tone: bar.viewModel.place === modelData.key ? "light" : "paper"
                onTapped: bar.viewModel.open(modelData.key)
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
