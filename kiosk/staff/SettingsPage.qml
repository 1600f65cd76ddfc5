pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The base's settings in groups: every change counts at once. Week, day, classes and the service stick are pictures.
StaffPage {
    id: page
    required property SettingsViewModel viewModel
    readonly property string stage: viewModel.stage
    readonly property SettingsStick stick: viewModel.stick as SettingsStick
    readonly property bool inner: !["rows", "stick"].includes(stage)
    readonly property int columns: Theme.upright ? 1 : 2
    readonly property int lines: Theme.upright ? viewModel.rows.length : 3
    readonly property real gap: 16 * Theme.u
    readonly property real under: inner ? 0 : tabs.height + gap
    readonly property real rowsY: under + now.height + gap
    // Upright the base's own facts stand below its rows; beside six rows in two columns they have room.
    readonly property real foot: Theme.upright && place.visible ? place.height + gap : 0
    readonly property real cellWidth: (width - (columns - 1) * Theme.gutter) / columns
    readonly property real cellHeight: Math.min(200 * Theme.u, (height - rowsY - foot - (lines - 1) * gap) / lines)
    title: ({
            "classes": qsTr("班级名单"),
            "hours": qsTr("开放时间"),
            "volumes": qsTr("各个钟头的音量"),
            "stick": qsTr("服务 U 盘")
        })[stage] ?? qsTr("设置")
    subtitle: viewModel.message !== "" ? viewModel.message : ({
            "classes": qsTr("点亮的班级，孩子开始前可以选"),
            "hours": qsTr("别的时间展台休息，到点自己亮"),
            "volumes": qsTr("点一下换一档：满、小、轻、静"),
            "stick": qsTr("一个 kiosk.toml，许多展台一个样")
        })[stage] ?? qsTr("改了马上生效，都有记录")
    primaryLabel: stage === "stick" ? (stick.stage === "changes" ? qsTr("就这样改") : "") : inner ? qsTr("选好了") : ""
    primaryUsable: stage !== "stick" || !stick.busy
    signal quitTapped
    signal keysTapped
    signal updateTapped
    onPrimaryTapped: stage === "stick" ? stick.apply() : viewModel.back()

    Row {
        id: tabs
        visible: !page.inner
        spacing: page.gap
        Repeater {
            model: page.viewModel.groups
            BigButton {
                required property var modelData
                objectName: "group-" + modelData.key
                width: (page.width - 4 * page.gap) / 5
                stacked: Theme.upright
                words: Theme.upright ? 28 : 34
                icon: modelData.icon
                tone: modelData.chosen ? "light" : "paper"
                label: modelData.name
                onTapped: page.viewModel.chooseGroup(modelData.key)
            }
        }
    }
    SettingsNow {
        id: now
        visible: page.stage === "rows"
        y: page.under
        width: page.width
        facts: page.viewModel.now
    }
    Grid {
        visible: page.stage === "rows"
        y: page.rowsY
        columns: page.columns
        columnSpacing: Theme.gutter
        rowSpacing: page.gap
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
                onOpened: kind === "next" ? page.viewModel.next(key) : page.viewModel.open(key)
            }
        }
    }
    SettingsPlace {
        id: place
        visible: page.stage === "rows" && page.viewModel.group === "place"
        y: page.height - height
        width: page.width
        facts: page.viewModel.facts
        onKeysTapped: page.keysTapped()
        onUpdateTapped: page.updateTapped()
        onQuitTapped: page.quitTapped()
    }
    ClassPicker {
        visible: page.stage === "classes"
        width: page.width
        height: page.height
        viewModel: page.viewModel
    }
    SettingsWeek {
        visible: page.stage === "hours"
        width: page.width
        height: page.height
        hours: page.viewModel.hours as SettingsHours
    }
    SettingsDay {
        visible: page.stage === "volumes"
        width: page.width
        height: page.height
        hours: page.viewModel.hours as SettingsHours
    }
    SettingsFile {
        visible: page.stage === "stick"
        y: page.under
        width: page.width
        height: page.height - y
        stick: page.stick
    }
}
