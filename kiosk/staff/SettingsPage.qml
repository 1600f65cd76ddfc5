pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The base's settings: every change counts at once. The class list has a picker of its own.
StaffPage {
    id: page
    required property SettingsViewModel viewModel
    readonly property int columns: Theme.upright ? 1 : 2
    readonly property int lines: Math.ceil(8 / columns)
    readonly property real cellWidth: (width - (columns - 1) * Theme.gutter) / columns
    readonly property real cellHeight: (height - notes.height - 16 * Theme.u - (lines - 1) * 16 * Theme.u) / lines
    title: viewModel.classesOpen ? qsTr("班级名单") : qsTr("设置")
    subtitle: viewModel.message !== "" ? viewModel.message : viewModel.classesOpen ? qsTr("点亮的班级，孩子开始前可以选") : qsTr("改了马上生效，都有记录")
    primaryLabel: viewModel.classesOpen ? qsTr("选好了") : viewModel.moreOpen ? qsTr("前面的设置") : qsTr("更多设置")
    signal quitTapped
    signal keysTapped
    onPrimaryTapped: viewModel.turnPage()

    Grid {
        visible: !page.viewModel.classesOpen
        columns: page.columns
        columnSpacing: Theme.gutter
        rowSpacing: 16 * Theme.u
        Repeater {
            model: page.viewModel.rows
            SettingRow {
                required property var modelData
                width: page.cellWidth
                height: page.cellHeight
                key: modelData.key
                name: modelData.name
                help: modelData.help
                kind: modelData.kind
                on: modelData.on
                value: modelData.value
                options: modelData.options
                onChosen: value => page.viewModel.choose(modelData.key, value)
                onToggled: page.viewModel.toggle(modelData.key)
                onStepped: direction => page.viewModel.step(modelData.key, direction)
                onOpened: kind === "next" ? page.viewModel.next(key) : page.viewModel.openClasses()
            }
        }
    }
    Item {
        id: notes
        visible: !page.viewModel.classesOpen
        y: page.height - height
        width: page.width
        height: Theme.target
        Txt {
            width: keys.x - Theme.gutter
            height: parent.height
            text: page.viewModel.facts.join("　") + "　" + qsTr("（由服务 U 盘设置）")
            size: 30
            fit: true
            color: Theme.ink2
        }
        BigButton {
            id: keys
            objectName: "keys-open"
            anchors.right: leaving.left
            anchors.rightMargin: 16 * Theme.u
            stacked: Theme.upright
            words: Theme.upright ? 28 : 34
            width: implicitWidth + (stacked ? 24 * Theme.u : 0)
            icon: "key"
            label: qsTr("题包的钥匙")
            onTapped: page.keysTapped()
        }
        BigButton {
            id: leaving
            objectName: "quit"
            property bool asked: false
            anchors.right: parent.right
            tone: "rose"
            stacked: Theme.upright
            words: Theme.upright ? 28 : 34
            width: implicitWidth + (stacked ? 24 * Theme.u : 0)
            icon: "leave"
            label: asked ? qsTr("再点一次退出") : qsTr("退出程序")
            onTapped: asked ? page.quitTapped() : asked = true
        }
    }
    ClassPicker {
        visible: page.viewModel.classesOpen
        width: page.width
        height: page.height
        viewModel: page.viewModel
    }
}
