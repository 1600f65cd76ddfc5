import QtQuick
import kiosk.ui

// A project's first and last day, typed on the pad, and its name.
Item {
    id: span
    required property LedgerDays days
    readonly property real keysWidth: Theme.upright ? width : 560 * Theme.u
    readonly property real fields: Theme.upright ? width : width - keysWidth - Theme.gutter

    Column {
        width: span.fields
        spacing: Theme.gutter
        LedgerField {
            objectName: "first"
            width: span.fields
            height: 140 * Theme.u
            name: qsTr("从哪一天")
            value: span.days.first
            chosen: span.days.place === 0
            onPicked: span.days.pick(0)
        }
        LedgerField {
            objectName: "last"
            width: span.fields
            height: 140 * Theme.u
            name: qsTr("到哪一天")
            value: span.days.last
            chosen: span.days.place === 1
            onPicked: span.days.pick(1)
        }
        ConsentsStep {
            width: span.fields
            name: qsTr("项目叫什么")
            prefix: "title"
            value: span.days.title
            onStepped: direction => span.days.stepTitle(direction)
        }
        Txt {
            objectName: "days-message"
            width: span.fields
            text: span.days.message !== "" ? span.days.message : qsTr("一天按八个数字输入：2026 年 11 月 20 日就是 20261120。这一天也算在内。别的项目名，一行一个写进 U 盘里的“%1”。").arg(span.days.file)
            size: 34
            color: span.days.message !== "" ? Theme.coralDeep : Theme.ink2
        }
    }
    LedgerKeys {
        x: Theme.upright ? 0 : span.width - width
        y: Theme.upright ? span.height - height : 0
        width: span.keysWidth
        height: Theme.upright ? 700 * Theme.u : span.height
        label: qsTr("看台账")
        usable: span.days.usable
        onPressed: digit => span.days.press(digit)
        onCleared: span.days.clear()
        onErased: span.days.erase()
        onTaken: span.days.take()
    }
}
