pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The week as seven columns from midnight to midnight; the keys below change the column that is lit.
Item {
    id: page
    required property SettingsHours hours
    readonly property real gap: 12 * Theme.u
    readonly property real column: (width - 6 * gap) / 7

    Row {
        id: week
        width: parent.width
        height: parent.height - keys.height - Theme.gutter
        spacing: page.gap
        Repeater {
            model: page.hours.week
            Card {
                id: day
                required property var modelData
                required property int index
                objectName: "day-" + index
                width: page.column
                height: week.height
                contour: 4 * Theme.u
                face: modelData.chosen && !page.hours.always ? Theme.light : Theme.paper
                sink: finger.down ? band : 0
                Accessible.role: Accessible.Button
                Accessible.name: modelData.name
                Txt {
                    y: 16 * Theme.u
                    width: parent.width
                    text: day.modelData.name
                    size: 34
                    bold: true
                    centred: true
                    wrap: false
                }
                Rectangle {
                    id: whole
                    anchors.horizontalCenter: parent.horizontalCenter
                    y: 80 * Theme.u
                    width: 56 * Theme.u
                    height: day.innerHeight - y - 124 * Theme.u
                    radius: 16 * Theme.u
                    color: Theme.dusk
                    Rectangle {
                        visible: day.modelData.open
                        width: parent.width
                        y: day.modelData.start * whole.height
                        height: day.modelData.share * whole.height
                        radius: 16 * Theme.u
                        color: Theme.glow
                        border.width: 4 * Theme.u
                        border.color: Theme.ink
                    }
                }
                Txt {
                    y: whole.y + whole.height + 8 * Theme.u
                    width: parent.width
                    height: 108 * Theme.u
                    text: day.modelData.open ? day.modelData.from + "\n" + day.modelData.to : qsTr("休息")
                    size: 32
                    bold: true
                    centred: true
                    color: day.modelData.open ? Theme.ink : Theme.ink2
                }
                Tap {
                    id: finger
                    onHit: page.hours.choose(day.index)
                }
            }
        }
    }
    Flow {
        id: keys
        y: parent.height - height
        width: parent.width
        spacing: 16 * Theme.u
        BigButton {
            objectName: "always"
            tone: page.hours.always ? "light" : "paper"
            words: 34
            icon: page.hours.always ? "check" : ""
            label: qsTr("全天开放")
            onTapped: page.hours.setAlways(!page.hours.always)
        }
        BigButton {
            objectName: "day-open"
            visible: !page.hours.always
            words: 34
            label: page.hours.isOpen ? qsTr("这天休息") : qsTr("这天开放")
            onTapped: page.hours.toggleDay()
        }
        SettingsTime {
            name: qsTr("开门")
            key: "from"
            visible: page.hours.isOpen
            onStepped: direction => page.hours.step("from", direction)
        }
        SettingsTime {
            name: qsTr("关门")
            key: "to"
            visible: page.hours.isOpen
            onStepped: direction => page.hours.step("to", direction)
        }
        BigButton {
            objectName: "like-this"
            visible: !page.hours.always
            words: 34
            label: qsTr("周一到周五都这样")
            onTapped: page.hours.likeThis()
        }
    }
}
