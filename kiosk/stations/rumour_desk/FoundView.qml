pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What a check found: a source that opens, a date, two pictures under the lens, a note on the board.
Card {
    id: view
    required property var found
    readonly property string check: found.check
    readonly property bool pair: check === "picture" && (found.whole ?? "") !== ""
    readonly property bool single: check === "picture" && !pair && (found.picture ?? "") !== ""
    readonly property real side: 28 * Theme.u
    contour: Math.max(2, 5 * Theme.u)
    face: check === "board" ? Theme.glowLight : Theme.paper

    Art {
        id: sign
        visible: view.check !== "picture" || !(view.pair || view.single)
        name: ({
                "": "magnifier",
                "source": "newspaper",
                "date": "icon/calendar",
                "picture": "magnifier",
                "board": "notice-board"
            })[view.check]
        width: Math.round((view.check === "board" ? 300 : view.check === "source" ? 250 : 190) * Theme.u * Math.min(1, view.innerHeight / (260 * Theme.u)))
        height: Math.round(width * (view.check === "board" ? 760 / 1200 : view.check === "source" ? 0.75 : 1))
        x: view.side
        anchors.verticalCenter: parent.verticalCenter
    }
    Row {
        id: pictures
        visible: view.pair || view.single
        x: view.side
        anchors.verticalCenter: parent.verticalCenter
        spacing: 18 * Theme.u
        Repeater {
            model: view.pair ? [view.found.picture, view.found.whole] : view.single ? [view.found.picture] : []
            Column {
                id: one
                required property int index
                required property string modelData
                spacing: 6 * Theme.u
                Rectangle {
                    width: Math.round(Math.min(view.width * (view.pair ? 0.31 : 0.42), (view.innerHeight - label.height - 36 * Theme.u) * 1.5))
                    height: Math.round(width / 1.5)
                    radius: 12 * Theme.u
                    color: Theme.ink
                    Art {
                        anchors.fill: parent
                        anchors.margins: Math.max(2, 4 * Theme.u)
                        name: one.modelData
                        from: view.found.pictures
                        fillMode: Image.PreserveAspectCrop
                    }
                    Art {
                        visible: one.index === (view.pair ? 1 : 0)
                        name: "magnifier"
                        width: Math.round(parent.height * 0.42)
                        height: width
                        anchors.right: parent.right
                        anchors.bottom: parent.bottom
                    }
                }
                Txt {
                    id: label
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: one.index === 0 ? view.found.seen ?? "" : view.found.wholeLabel ?? ""
                    size: 28
                    wrap: false
                    color: Theme.ink2
                }
            }
        }
    }
    // A note pinned to the board.
    Rectangle {
        visible: view.check === "board"
        x: words.x - 24 * Theme.u
        y: words.y - 20 * Theme.u
        width: words.width + 40 * Theme.u
        height: words.height + 40 * Theme.u
        radius: 8 * Theme.u
        rotation: -0.6
        color: Theme.paper
        border.width: Math.max(2, 4 * Theme.u)
        border.color: Theme.ink
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            y: -14 * Theme.u
            width: 30 * Theme.u
            height: width
            radius: width / 2
            color: Theme.lantern
            border.width: Math.max(2, 4 * Theme.u)
            border.color: Theme.ink
        }
    }
    Column {
        id: words
        readonly property real start: pictures.visible ? pictures.x + pictures.width : sign.x + sign.width
        x: start + (view.check === "board" ? 52 : 28) * Theme.u
        width: parent.width - x - view.side - (view.check === "board" ? 16 * Theme.u : 0)
        anchors.verticalCenter: parent.verticalCenter
        spacing: 8 * Theme.u
        Txt {
            id: title
            visible: text !== ""
            width: parent.width
            height: visible ? implicitHeight : 0
            text: view.found.title
            size: 32
            bold: true
            color: Theme.skyDeep
        }
        Txt {
            width: parent.width
            height: Math.min(implicitHeight, view.innerHeight - title.height - (view.check === "board" ? 72 : 32) * Theme.u)
            text: view.found.text
            size: view.pair ? 32 : 38
            fit: true
            overrides: view.found.pinyin
        }
    }
}
