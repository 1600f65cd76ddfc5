pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The stamp card of this visit: a seal for every station that was played, a place that waits for the others.
Row {
    id: row
    required property var stamps
    property real side: 150
    spacing: 16 * Theme.u
    Repeater {
        model: row.stamps
        Column {
            id: place
            required property var modelData
            width: Math.round(row.side * Theme.u)
            spacing: 6 * Theme.u
            Art {
                name: place.modelData.picture
                width: parent.width
                height: width
            }
            Txt {
                width: parent.width
                height: (Theme.pinyin ? 66 : 72) * Theme.u
                text: place.modelData.name
                size: 26
                bold: true
                centred: true
                fit: true
                wrap: !Theme.pinyin
                color: Theme.paper
            }
        }
    }
}
