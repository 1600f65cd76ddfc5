import QtQuick
import kiosk.ui

// A guide enters how many came: day, age, people and groups on one side, the keys on the other.
Item {
    id: count
    required property LedgerCounting counting
    readonly property real keysWidth: Theme.upright ? width : 560 * Theme.u
    readonly property real fields: Theme.upright ? width : width - keysWidth - Theme.gutter

    Flickable {
        width: count.fields
        height: Theme.upright ? parent.height - keys.height - Theme.gutter : parent.height
        clip: true
        contentHeight: column.height
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: column
            width: parent.width
            spacing: 12 * Theme.u
            Row {
                spacing: 12 * Theme.u
                BigButton {
                    objectName: "day-before"
                    width: 120 * Theme.u
                    icon: "arrow-left"
                    onTapped: count.counting.moveDay(-1)
                }
                LedgerField {
                    width: count.fields - 264 * Theme.u
                    height: 120 * Theme.u
                    name: qsTr("哪一天")
                    value: count.counting.day
                }
                BigButton {
                    objectName: "day-after"
                    width: 120 * Theme.u
                    icon: "arrow-right"
                    usable: count.counting.mayGoOn
                    onTapped: count.counting.moveDay(1)
                }
            }
            Row {
                spacing: 12 * Theme.u
                LedgerField {
                    objectName: "people"
                    width: (count.fields - 12 * Theme.u) / 2
                    height: 120 * Theme.u
                    name: qsTr("来了")
                    value: count.counting.people
                    unit: qsTr("人")
                    chosen: count.counting.field === "people"
                    onPicked: count.counting.pickField("people")
                }
                LedgerField {
                    objectName: "groups"
                    width: (count.fields - 12 * Theme.u) / 2
                    height: 120 * Theme.u
                    name: qsTr("分成")
                    value: count.counting.groups
                    unit: qsTr("批")
                    chosen: count.counting.field === "groups"
                    onPicked: count.counting.pickField("groups")
                }
            }
            ChoiceRow {
                width: count.fields
                name: qsTr("年龄")
                prefix: "band"
                options: count.counting.bands
                onPicked: key => count.counting.pickBand(key)
            }
            Txt {
                objectName: "count-message"
                width: count.fields
                text: count.counting.message !== "" ? count.counting.message : count.counting.correcting ? qsTr("正在改这一条：改成 0 人就是收回。") : qsTr("团体的人数由引导员数，和机器自动记录的分开算。")
                size: 30
                bold: count.counting.message !== ""
                color: Theme.ink2
            }
            ChoiceRow {
                visible: count.counting.entries.length > 0
                width: count.fields
                name: qsTr("登记过")
                prefix: "entry"
                options: count.counting.entries
                onPicked: key => count.counting.correct(key)
            }
        }
    }
    LedgerKeys {
        id: keys
        x: Theme.upright ? 0 : count.width - width
        y: Theme.upright ? count.height - height : 0
        width: count.keysWidth
        height: Theme.upright ? 700 * Theme.u : count.height
        label: count.counting.correcting ? qsTr("改好了") : qsTr("记下来")
        usable: count.counting.usable
        onPressed: digit => count.counting.press(digit)
        onCleared: count.counting.clear()
        onErased: count.counting.erase()
        onTaken: count.counting.keep()
    }
}
