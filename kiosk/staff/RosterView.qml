pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The lists on the stick; beside them what was kept of the one that was touched, and what was dropped at the door.
Item {
    id: view
    required property RosterModel roster
    property real inset: 0
    readonly property StickModel stick: roster.stick as StickModel
    readonly property real half: Theme.upright ? width : (width - Theme.gutter) / 2

    Card {
        id: files
        y: view.inset
        width: view.half
        height: Theme.upright ? (view.height - y - Theme.gutter) * 0.4 : view.height - y
        contour: 4 * Theme.u
        face: Theme.glowSoft
        Txt {
            visible: text !== ""
            objectName: "stick-message"
            x: 40 * Theme.u
            y: 36 * Theme.u
            width: parent.width - 80 * Theme.u
            text: view.stick.message
            size: 36
        }
        LongList {
            x: 24 * Theme.u
            y: 24 * Theme.u
            width: parent.width - 48 * Theme.u
            height: parent.height - 56 * Theme.u
            model: view.stick.files
            delegate: Card {
                id: file
                required property var modelData
                required property int index
                objectName: "roster-" + index
                width: ListView.view.width - 20 * Theme.u
                height: Theme.target
                contour: 4 * Theme.u
                corner: 36 * Theme.u
                sink: finger.down ? band : 0
                Accessible.role: Accessible.Button
                Accessible.name: modelData.name
                Column {
                    x: 28 * Theme.u
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - 56 * Theme.u
                    Txt {
                        width: parent.width
                        height: 54 * Theme.u
                        text: file.modelData.name
                        size: 36
                        bold: true
                        fit: true
                        wrap: false
                    }
                    Txt {
                        width: parent.width
                        text: file.modelData.about
                        size: 28
                        wrap: false
                        color: Theme.ink2
                    }
                }
                Tap {
                    id: finger
                    onHit: view.roster.choose(file.index)
                }
            }
        }
    }
    Card {
        x: Theme.upright ? 0 : view.half + Theme.gutter
        y: Theme.upright ? files.y + files.height + Theme.gutter : 0
        width: view.half
        height: view.height - y
        contour: 4 * Theme.u
        face: view.roster.lines.length === 0 ? Theme.paper : view.roster.good ? Theme.jadeSoft : Theme.coralSoft
        Column {
            x: 44 * Theme.u
            y: 36 * Theme.u
            width: parent.width - 88 * Theme.u
            spacing: 28 * Theme.u
            Txt {
                width: parent.width
                text: view.roster.file !== "" ? view.roster.file : qsTr("点一下名册")
                size: 44
                bold: true
            }
            Txt {
                visible: view.roster.lines.length === 0
                width: parent.width
                text: qsTr("展台只要两样：有哪些班，每班多少座位。座位数只用来印卡片。别的列看一眼表头就丢掉，一个字也不存；丢了哪几列，会在这里告诉您。")
                size: 36
            }
            Repeater {
                model: view.roster.lines
                Txt {
                    required property string modelData
                    required property int index
                    objectName: "roster-line-" + index
                    width: parent.width
                    text: modelData
                    size: 36
                    bold: index === 0
                    color: view.roster.good ? Theme.ink : Theme.coralDeep
                }
            }
        }
    }
}
