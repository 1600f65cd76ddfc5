pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// All numbers of the period: the figures on top, then each part as a table.
Flickable {
    id: numbers
    property var facts: []
    property var tables: []
    clip: true
    contentHeight: parts.height
    boundsBehavior: Flickable.StopAtBounds

    Column {
        id: parts
        width: numbers.width
        spacing: Theme.gutter
        Grid {
            columns: Theme.upright ? 2 : 4
            spacing: 16 * Theme.u
            Repeater {
                model: numbers.facts
                Card {
                    id: fact
                    required property var modelData
                    width: (numbers.width - (Theme.upright ? 1 : 3) * 16 * Theme.u) / (Theme.upright ? 2 : 4)
                    height: 136 * Theme.u
                    contour: 4 * Theme.u
                    Txt {
                        x: 24 * Theme.u
                        y: 10 * Theme.u
                        width: parent.width - 48 * Theme.u
                        height: 40 * Theme.u
                        text: fact.modelData.label
                        size: 28
                        fit: true
                        wrap: false
                        color: Theme.ink2
                    }
                    Txt {
                        x: 24 * Theme.u
                        y: 50 * Theme.u
                        width: parent.width - 48 * Theme.u
                        height: 60 * Theme.u
                        text: fact.modelData.value
                        size: 48
                        bold: true
                        fit: true
                        wrap: false
                    }
                }
            }
        }
        Repeater {
            model: numbers.tables
            LedgerTable {
                required property var modelData
                width: numbers.width
                title: modelData.title
                sentences: modelData.sentences
                rows: modelData.rows
            }
        }
    }
}
