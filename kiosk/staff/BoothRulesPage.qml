pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The booth's rules: open or not, who is in charge, how long things live; nothing counts before it is saved.
StaffPage {
    id: page
    required property BoothRulesViewModel viewModel
    readonly property bool choosing: viewModel.stage === "officer"
    readonly property int columns: Theme.upright ? 1 : 2
    readonly property real gap: 12 * Theme.u
    readonly property real cellWidth: (width - (columns - 1) * gap) / columns
    readonly property int lines: Math.ceil((viewModel.spans.length + 1) / columns)
    // Lying, the way back stands in the last cell: rows need the height of their keys.
    readonly property bool footInCell: !Theme.upright && !choosing
    readonly property real cellsHeight: height - cells.y - (footInCell ? 0 : foot.height + 16 * Theme.u)
    readonly property real cellHeight: (cellsHeight - (lines - 1) * gap) / lines
    signal backTapped
    title: choosing ? qsTr("谁是负责人") : qsTr("播报站的规矩")
    subtitle: choosing ? "" : qsTr("同意书上印的就是这些；改了，要请家长重新签")
    primaryLabel: choosing ? "" : qsTr("保存")
    primaryUsable: viewModel.dirty
    onPrimaryTapped: viewModel.keep()

    Grid {
        id: ways
        visible: !page.choosing
        columns: 3
        spacing: page.gap
        Repeater {
            model: page.viewModel.modes
            BoothRulesWay {
                required property var modelData
                objectName: "mode-" + modelData.key
                width: (page.width - (ways.columns - 1) * page.gap) / ways.columns
                height: (Theme.upright ? 216 : 172) * Theme.u
                way: modelData
                onTapped: page.viewModel.chooseMode(modelData.key)
            }
        }
    }
    Grid {
        id: cells
        visible: !page.choosing
        y: ways.height + page.gap
        columns: page.columns
        spacing: page.gap
        SettingRow {
            width: page.cellWidth
            height: page.cellHeight
            key: "officer"
            name: qsTr("负责人")
            help: qsTr("没有指定，一段录音都不留。")
            kind: "next"
            value: page.viewModel.officer !== "" ? page.viewModel.officer : qsTr("还没有指定")
            onOpened: page.viewModel.openOfficers()
        }
        Repeater {
            model: page.viewModel.spans
            SettingRow {
                required property var modelData
                width: page.cellWidth
                height: page.cellHeight
                key: modelData.key
                name: modelData.name
                help: modelData.help
                kind: "step"
                value: modelData.value
                onStepped: direction => page.viewModel.step(modelData.key, direction)
            }
        }
    }
    BoothRulesOfficer {
        visible: page.choosing
        width: page.width
        height: foot.y - Theme.gutter
        viewModel: page.viewModel
    }
    TakesFoot {
        id: foot
        x: page.footInCell ? page.cellWidth + page.gap : 0
        y: page.height - height - (page.footInCell ? (page.cellHeight - height) / 2 : 0)
        width: page.width - x
        message: page.viewModel.message !== "" ? page.viewModel.message : page.viewModel.heavy && !page.choosing ? page.viewModel.consequence : ""
        good: page.viewModel.message !== "" && page.viewModel.good
        hint: page.choosing ? "" : page.viewModel.consequence
        backLabel: page.choosing || page.viewModel.dirty ? qsTr("不改了") : page.footInCell ? qsTr("返回") : qsTr("回到播报站")
        onBackTapped: page.choosing || page.viewModel.dirty ? page.viewModel.back() : page.backTapped()
    }
}
