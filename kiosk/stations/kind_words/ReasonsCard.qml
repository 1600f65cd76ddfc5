pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What the sentence was worth: 萤萤 says it, then a reason for each phrase, at last what to take along.
Card {
    id: card
    required property var after
    readonly property bool good: after.good ?? false
    readonly property var reasons: after.reasons ?? []
    readonly property bool closing: (after.explanation ?? "") !== ""
    readonly property int rows: 1 + reasons.length + (closing ? 1 : 0)
    readonly property real rowHeight: (innerHeight - 28 * Theme.u) / (rows + 0.6)
    face: good ? Theme.jadeSoft : Theme.paper
    shade: good ? Theme.skyShade : Theme.paperShade

    Art {
        id: guide
        name: card.good ? "yingying-cheer" : "yingying"
        width: Math.round(Math.min(card.innerHeight - 16 * Theme.u, (Theme.upright ? 190 : 260) * Theme.u))
        height: width
        x: 16 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        x: guide.x + guide.width + 24 * Theme.u
        y: 14 * Theme.u
        width: card.width - x - 32 * Theme.u
        Txt {
            width: parent.width
            height: card.rowHeight * 1.3
            text: card.after.told ?? ""
            size: 38
            bold: true
            fit: true
            color: card.good ? Theme.jadeDeep : Theme.coralDeep
        }
        Repeater {
            model: card.reasons
            Row {
                id: row
                required property var modelData
                width: parent.width
                height: card.rowHeight
                spacing: 14 * Theme.u
                Art {
                    id: mark
                    name: row.modelData.good ? "icon/check-disc" : "icon/turn-back-disc"
                    width: Math.round(Math.min(row.height * 0.8, 48 * Theme.u))
                    height: width
                    anchors.verticalCenter: parent.verticalCenter
                }
                Txt {
                    width: row.width - mark.width - row.spacing
                    height: row.height
                    text: row.modelData.text + row.modelData.why
                    size: 34
                    fit: true
                }
            }
        }
        Txt {
            visible: card.closing
            width: parent.width
            height: card.rowHeight * 1.3
            text: card.after.explanation ?? ""
            size: 34
            bold: true
            fit: true
        }
    }
}
