pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What the settings mean today, one glance; a base without a name is told so in the same place.
Card {
    id: now
    property list<var> facts
    readonly property int columns: Theme.upright ? 3 : facts.length
    contour: 4 * Theme.u
    face: Theme.glowSoft
    height: (Theme.upright ? 152 : 88) * Theme.u + band

    Grid {
        id: grid
        readonly property real cell: (now.width - 48 * Theme.u) / now.columns
        x: 24 * Theme.u
        y: 8 * Theme.u
        columns: now.columns
        Repeater {
            model: now.facts
            Item {
                id: fact
                required property var modelData
                width: grid.cell
                height: 68 * Theme.u
                Art {
                    id: sign
                    anchors.verticalCenter: parent.verticalCenter
                    name: "icon/" + fact.modelData.icon
                    width: Math.round(44 * Theme.u)
                    height: width
                }
                Txt {
                    x: sign.width + 12 * Theme.u
                    width: parent.width - x - 16 * Theme.u
                    height: parent.height
                    text: fact.modelData.text
                    size: 32
                    bold: true
                    fit: true
                }
            }
        }
    }
}
