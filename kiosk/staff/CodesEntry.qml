import QtQuick
import kiosk.ui

// A form's number on our own keys; beside it what it is for and, where it is asked, the day on the paper.
Item {
    id: entry
    property real inset: 0
    property string heading: ""
    property string note: ""
    property string number: ""
    property string message: ""
    property string day: ""
    property bool isToday: true
    property string dayLabel: ""
    signal pressed(string digit)
    signal cleared
    signal erased
    signal stepped(int days)
    readonly property real padWidth: 3 * pad.keyWidth + 2 * Theme.gutter
    readonly property real wordsWidth: Theme.upright ? width : width - padWidth - 3 * Theme.gutter

    Column {
        id: words
        y: entry.inset
        width: entry.wordsWidth
        spacing: Theme.gutter
        Txt {
            width: parent.width
            text: entry.heading
            size: 44
            bold: true
        }
        Rectangle {
            width: parent.width
            height: 140 * Theme.u
            radius: 28 * Theme.u
            color: Theme.paper
            border.width: Math.max(2, 5 * Theme.u)
            border.color: Theme.ink
            Txt {
                objectName: "form-number"
                anchors.fill: parent
                anchors.margins: 16 * Theme.u
                text: entry.number === "" ? qsTr("编号") : entry.number
                size: 72
                bold: true
                fit: true
                centred: true
                wrap: false
                color: entry.number === "" ? Theme.mist : Theme.ink
            }
        }
        Txt {
            width: parent.width
            visible: text !== ""
            text: entry.note
            size: 34
            color: Theme.ink2
        }
        Row {
            visible: entry.day !== ""
            spacing: Theme.gutter
            BigButton {
                objectName: "day-earlier"
                icon: "arrow-left"
                guarded: false
                onTapped: entry.stepped(-1)
            }
            Column {
                width: 420 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                Txt {
                    width: parent.width
                    text: entry.dayLabel
                    size: 30
                    centred: true
                    wrap: false
                    color: Theme.ink2
                }
                Txt {
                    objectName: "form-day"
                    width: parent.width
                    text: entry.day
                    size: 52
                    bold: true
                    centred: true
                    wrap: false
                }
            }
            BigButton {
                objectName: "day-later"
                icon: "arrow-right"
                guarded: false
                usable: !entry.isToday
                onTapped: entry.stepped(1)
            }
        }
        Card {
            visible: entry.message !== ""
            width: parent.width
            height: told.height + 64 * Theme.u
            contour: 4 * Theme.u
            face: Theme.coralSoft
            Txt {
                id: told
                objectName: "message"
                x: 28 * Theme.u
                y: 20 * Theme.u
                width: parent.width - 56 * Theme.u
                text: entry.message
                size: 34
                color: Theme.coralDeep
            }
        }
    }
    NumberPad {
        id: pad
        keyWidth: (Theme.upright ? 260 : 220) * Theme.u
        keyHeight: (Theme.upright ? 140 : 160) * Theme.u
        x: Theme.upright ? (entry.width - width) / 2 : entry.width - width
        y: Theme.upright ? entry.height - height : 0
        onPressed: digit => entry.pressed(digit)
        onCleared: entry.cleared()
        onErased: entry.erased()
    }
}
