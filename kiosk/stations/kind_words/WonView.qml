pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What the children said, each beside the face that it made glad; the booth waits for it.
Card {
    id: view
    required property var won
    readonly property var said: won.said ?? []
    readonly property real headHeight: (Theme.pinyin ? 118 : 88) * Theme.u
    readonly property real bottomHeight: (Theme.upright ? 250 : 190) * Theme.u
    readonly property real rowHeight: (innerHeight - headHeight - bottomHeight - 32 * Theme.u) / Math.max(1, said.length)

    Txt {
        x: 40 * Theme.u
        y: 16 * Theme.u
        width: view.width - 80 * Theme.u
        height: view.headHeight
        text: view.won.title ?? ""
        size: 48
        bold: true
        fit: true
        color: Theme.jadeDeep
    }
    Column {
        x: 40 * Theme.u
        y: view.headHeight + 16 * Theme.u
        width: view.width - 80 * Theme.u
        Repeater {
            model: view.said
            Row {
                id: row
                required property var modelData
                width: parent.width
                height: view.rowHeight
                spacing: 20 * Theme.u
                Art {
                    id: face
                    name: row.modelData.face
                    width: Math.round(Math.min(row.height - 8 * Theme.u, 150 * Theme.u))
                    height: width
                    anchors.verticalCenter: parent.verticalCenter
                }
                Txt {
                    width: row.width - face.width - lamp.width - 2 * row.spacing
                    height: row.height
                    text: row.modelData.text
                    size: 36
                    fit: true
                }
                Art {
                    id: lamp
                    name: "lantern"
                    width: Math.round(Math.min(row.height - 8 * Theme.u, 110 * Theme.u))
                    height: width
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }
    }
    Row {
        x: 40 * Theme.u
        y: view.innerHeight - height - 8 * Theme.u
        width: view.width - 80 * Theme.u
        height: view.bottomHeight - 16 * Theme.u
        spacing: 24 * Theme.u
        Art {
            id: guide
            name: "yingying-cheer"
            width: Math.round(parent.height)
            height: width
        }
        Txt {
            width: parent.width - guide.width - parent.spacing
            height: parent.height
            text: view.won.booth ?? ""
            size: 38
            bold: true
            fit: true
            color: Theme.skyDeep
        }
    }
}
