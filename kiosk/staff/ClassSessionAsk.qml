pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Before a class: whether it fits its time on the left, what is chosen on the right.
Item {
    id: ask
    required property ClassSessionViewModel viewModel
    readonly property real side: Theme.upright ? width : 540 * Theme.u
    signal sheetsTapped
    readonly property real third: (width - choices.x - 2 * Theme.gutter) / 3

    Card {
        id: fit
        width: ask.side
        height: Theme.upright ? about.height + 64 * Theme.u : ask.height - others.height - Theme.gutter
        contour: 4 * Theme.u
        Column {
            id: about
            x: 28 * Theme.u
            y: 24 * Theme.u
            width: parent.width - 2 * x
            spacing: 18 * Theme.u
            Txt {
                text: qsTr("来得及吗？")
                size: 44
                bold: true
                wrap: false
            }
            Repeater {
                model: ask.viewModel.fit
                Row {
                    id: line
                    required property var modelData
                    width: about.width
                    spacing: 18 * Theme.u
                    Art {
                        name: line.modelData.good ? "icon/check-disc" : "icon/warning"
                        width: Math.round(48 * Theme.u)
                        height: width
                    }
                    Txt {
                        width: line.width - 66 * Theme.u
                        height: Theme.upright ? implicitHeight : (fit.height - 150 * Theme.u) / ask.viewModel.fit.length - 18 * Theme.u
                        fit: !Theme.upright
                        text: line.modelData.text
                        size: 32
                        color: line.modelData.good ? Theme.ink : Theme.ink2
                    }
                }
            }
        }
    }
    Grid {
        id: others
        readonly property real cell: (ask.side - (columns - 1) * Theme.gutter) / columns
        columns: Theme.upright ? 3 : 2
        y: Theme.upright ? ask.height - height : fit.height + Theme.gutter
        spacing: Theme.gutter
        BigButton {
            objectName: "class-join"
            width: others.cell
            words: 32
            label: qsTr("输入课堂码")
            onTapped: ask.viewModel.open("code")
        }
        BigButton {
            objectName: "class-last"
            visible: ask.viewModel.board.code !== undefined
            width: others.cell
            words: 32
            label: qsTr("上一节课")
            onTapped: ask.viewModel.open("over")
        }
        BigButton {
            objectName: "class-sheets"
            width: others.cell
            words: 32
            label: qsTr("答题纸")
            onTapped: ask.sheetsTapped()
        }
    }
    Flickable {
        id: choices
        x: Theme.upright ? 0 : ask.side + Theme.gutter
        y: Theme.upright ? fit.height + Theme.gutter : 0
        width: ask.width - x
        height: (Theme.upright ? others.y - Theme.gutter : ask.height) - y
        clip: true
        contentHeight: rows.height
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: rows
            width: parent.width
            spacing: 16 * Theme.u
            Row {
                spacing: Theme.gutter
                Repeater {
                    model: [
                        {
                            "key": "class",
                            "name": qsTr("班级"),
                            "icon": "class"
                        },
                        {
                            "key": "present",
                            "name": qsTr("到场"),
                            "icon": "people-three"
                        },
                        {
                            "key": "packs",
                            "name": qsTr("题库"),
                            "icon": "box"
                        }
                    ]
                    Card {
                        id: tile
                        required property var modelData
                        objectName: "open-" + modelData.key
                        width: (rows.width - 2 * Theme.gutter) / 3
                        height: (Theme.upright ? 168 : 190) * Theme.u
                        contour: 4 * Theme.u
                        sink: finger.down ? band : 0
                        Accessible.role: Accessible.Button
                        Accessible.name: modelData.name
                        Art {
                            x: 24 * Theme.u
                            y: 24 * Theme.u
                            name: "icon/" + tile.modelData.icon
                            width: Math.round(56 * Theme.u)
                            height: width
                        }
                        Txt {
                            x: 100 * Theme.u
                            y: 26 * Theme.u
                            text: tile.modelData.name
                            size: 34
                            color: Theme.ink2
                            wrap: false
                        }
                        Txt {
                            x: 24 * Theme.u
                            y: (Theme.upright ? 78 : 92) * Theme.u
                            width: parent.width - 2 * x
                            height: 72 * Theme.u
                            text: ask.viewModel.asked[tile.modelData.key]
                            size: 44
                            bold: true
                            fit: true
                            wrap: false
                        }
                        Tap {
                            id: finger
                            onHit: ask.viewModel.open(tile.modelData.key)
                        }
                    }
                }
            }
            ChoiceRow {
                width: rows.width
                name: qsTr("怎么上")
                prefix: "plan"
                options: ask.viewModel.choices.plan
                onPicked: key => ask.viewModel.pick("plan", key)
            }
            ChoiceRow {
                width: rows.width
                name: qsTr("多久")
                prefix: "minutes"
                options: ask.viewModel.choices.minutes
                onPicked: key => ask.viewModel.pick("minutes", key)
            }
            ChoiceRow {
                visible: options.length > 0
                width: rows.width
                name: qsTr("测题")
                prefix: "forms"
                options: ask.viewModel.choices.forms
                onPicked: key => ask.viewModel.pick("forms", key)
            }
        }
    }
}
