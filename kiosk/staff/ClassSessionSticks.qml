import QtQuick
import kiosk.ui

// What else can be done with a session: together with the whole class, with other kiosks by network or stick, and its end.
Grid {
    id: acts
    required property ClassSessionViewModel viewModel
    required property bool running
    signal sheetsTapped
    readonly property ClassKiosksViewModel kiosks: viewModel.kiosks as ClassKiosksViewModel
    readonly property int count: (whole.visible ? 1 : 0) + 3 + (lan.visible ? 1 : 0) + (over.visible ? 1 : 0) + (again.visible ? 1 : 0)
    readonly property real cell: (width - (columns - 1) * Theme.gutter) / columns
    readonly property int small: Theme.upright || count < 6 ? 34 : 30
    columns: Theme.upright ? 2 : Math.max(3, count)
    spacing: Theme.gutter

    BigButton {
        id: whole
        objectName: "class-whole"
        visible: acts.running && acts.viewModel.board.testing === true
        width: acts.cell
        height: 132 * Theme.u
        icon: "people-four"
        words: acts.small
        tone: "glow"
        label: qsTr("全班模式")
        onTapped: acts.viewModel.open("whole")
    }
    BigButton {
        objectName: "class-sheets"
        width: acts.cell
        height: 132 * Theme.u
        icon: "picture"
        words: acts.small
        label: qsTr("答题纸")
        onTapped: acts.sheetsTapped()
    }
    BigButton {
        id: lan
        objectName: "class-lan"
        visible: acts.running
        width: acts.cell
        height: 132 * Theme.u
        icon: acts.kiosks.linked ? "stop" : "people-four"
        words: acts.small
        label: acts.kiosks.linked ? qsTr("断开局域网") : qsTr("连局域网")
        onTapped: acts.kiosks.toggleLan()
    }
    BigButton {
        objectName: "class-put"
        width: acts.cell
        height: 132 * Theme.u
        icon: "usb-stick"
        words: acts.small
        label: qsTr("存到 U 盘")
        onTapped: acts.kiosks.putPart()
    }
    BigButton {
        objectName: "class-bring"
        width: acts.cell
        height: 132 * Theme.u
        icon: "usb-stick"
        words: acts.small
        label: qsTr("读入 U 盘")
        onTapped: acts.kiosks.bringParts()
    }
    BigButton {
        id: over
        objectName: "class-end"
        visible: acts.running && acts.viewModel.board.following !== "ended"
        width: acts.cell
        height: 132 * Theme.u
        icon: "stop"
        words: acts.small
        tone: "rose"
        label: acts.viewModel.sure === "end" ? qsTr("再点一次结束") : qsTr("提前结束")
        onTapped: acts.viewModel.end()
    }
    BigButton {
        id: again
        objectName: "class-again"
        visible: !acts.running
        width: acts.cell
        height: 132 * Theme.u
        icon: "refresh"
        words: acts.small
        label: qsTr("再上一节")
        onTapped: acts.viewModel.again()
    }
}
