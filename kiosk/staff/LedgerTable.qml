pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// One part of the ledger in numbers; the first row are the headings.
Card {
    id: table
    property string title: ""
    property string sentences: ""
    property var rows: []
    contour: 4 * Theme.u
    height: lines.height + 64 * Theme.u

    Column {
        id: lines
        x: 28 * Theme.u
        y: 20 * Theme.u
        width: parent.width - 56 * Theme.u
        spacing: 6 * Theme.u
        Txt {
            width: parent.width
            text: table.title
            size: 38
            bold: true
        }
        Txt {
            visible: text !== ""
            width: parent.width
            text: table.sentences
            size: 28
            color: Theme.ink2
        }
        Repeater {
            model: table.rows
            Row {
                id: line
                required property var modelData
                required property int index
                width: lines.width
                Repeater {
                    model: line.modelData
                    Txt {
                        required property string modelData
                        required property int index
                        width: lines.width / line.modelData.length
                        height: 46 * Theme.u
                        text: modelData
                        size: 30
                        fit: true
                        wrap: false
                        bold: line.index === 0
                        color: line.index === 0 ? Theme.dusk : Theme.ink
                    }
                }
            }
        }
    }
}
