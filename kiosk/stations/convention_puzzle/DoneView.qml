pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A game is over: the picture, the lanterns it lit, the lines that were learned and what they mean.
Card {
    id: view
    required property var done
    readonly property bool alone: (done.lines ?? []).length === 1
    readonly property real pictureWidth: Theme.upright ? width - 96 * Theme.u : 620 * Theme.u

    LineImage {
        id: picture
        x: 42 * Theme.u
        y: 36 * Theme.u
        width: source === "" ? 0 : view.pictureWidth
        height: Theme.upright ? width * 0.6 : Math.min(width * 0.75, view.innerHeight - 72 * Theme.u)
        source: view.done.picture ?? ""
        Art {
            name: "lantern"
            width: Math.round(170 * Theme.u)
            height: width
            anchors.right: parent.right
            anchors.rightMargin: -30 * Theme.u
            y: -30 * Theme.u
        }
    }
    Art {
        id: guide
        visible: !Theme.upright
        name: "yingying-cheer"
        width: Math.round(210 * Theme.u)
        height: width
        x: picture.x
        y: view.innerHeight - height - 16 * Theme.u
    }
    Txt {
        visible: !Theme.upright
        x: guide.x + guide.width + 20 * Theme.u
        y: picture.y + picture.height + 16 * Theme.u
        width: picture.x + picture.width - x
        height: view.innerHeight - y - 20 * Theme.u
        text: view.done.head ?? ""
        size: 36
        bold: true
        fit: true
        color: Theme.jadeDeep
    }
    Column {
        id: column
        readonly property int count: Math.max(1, (view.done.lines ?? []).length)
        readonly property real begin: Theme.upright ? picture.y + picture.height + 30 * Theme.u : 0
        readonly property real meaningHeight: (Theme.pinyin ? 190 : 120) * Theme.u
        readonly property real headHeight: Theme.upright ? (Theme.pinyin ? 90 : 64) * Theme.u : 0
        readonly property real rowHeight: (view.innerHeight - begin - meaningHeight - headHeight - 48 * Theme.u) / count - spacing
        x: Theme.upright ? 48 * Theme.u : picture.x + picture.width + 72 * Theme.u
        y: Theme.upright ? begin : (view.innerHeight - height) / 2
        width: view.width - x - 60 * Theme.u
        spacing: (view.alone ? 30 : 16) * Theme.u
        Txt {
            visible: Theme.upright
            width: parent.width
            height: column.headHeight
            text: view.done.head ?? ""
            size: 38
            bold: true
            fit: true
            color: Theme.jadeDeep
        }
        Repeater {
            model: view.done.lines ?? []
            Row {
                id: row
                required property var modelData
                width: column.width
                height: Math.max(line.height, lamp.height)
                spacing: 18 * Theme.u
                Art {
                    id: lamp
                    name: "lantern"
                    width: Math.round(Math.min((view.alone ? 120 : 92) * Theme.u, column.rowHeight))
                    height: width
                    anchors.verticalCenter: parent.verticalCenter
                }
                LineText {
                    id: line
                    width: row.width - 230 * Theme.u
                    anchors.verticalCenter: parent.verticalCenter
                    halves: row.modelData.halves
                    size: view.alone ? 56 : 40
                    room: column.rowHeight
                }
                Art {
                    visible: row.modelData.known
                    name: "icon/check-disc"
                    width: Math.round(64 * Theme.u)
                    height: width
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }
        Txt {
            width: parent.width
            height: Math.min(implicitHeight, column.meaningHeight)
            text: view.done.meaning ?? ""
            size: 36
            fit: true
            color: Theme.ink2
        }
    }
}
