pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// One way to play together: a small screen that shows how it is shared, its name, and what it is or why it cannot be.
Card {
    id: card
    required property string mode
    required property string label
    required property string words
    required property string monster
    property bool usable: true
    readonly property bool wide: width > 1.8 * height
    signal tapped
    corner: 44 * Theme.u
    face: !usable ? Theme.disabled : ({
            "turns": Theme.skySoft,
            "together": Theme.glowSoft
        })[mode] || Theme.lilacSoft
    shade: !usable ? Theme.deckShade : ({
            "turns": Theme.skyShade,
            "together": Theme.glowShade
        })[mode] || Theme.lilac
    sink: finger.down && usable ? band : 0
    Accessible.role: Accessible.Button
    Accessible.name: label

    Rectangle {
        id: screen
        x: card.wide ? 40 * Theme.u : (parent.width - width) / 2
        y: card.wide ? (parent.height - height) / 2 : 32 * Theme.u
        width: 340 * Theme.u
        height: 200 * Theme.u
        radius: 20 * Theme.u
        color: Theme.dusk
        border.width: Math.max(2, 6 * Theme.u)
        border.color: Theme.ink
        opacity: card.usable ? 1 : 0.6
        Rectangle {
            visible: card.mode !== "turns"
            x: (parent.width - width) / 2
            width: Math.max(2, 5 * Theme.u)
            height: parent.height
            color: Theme.ink
        }
        Repeater {
            model: card.mode === "versus" ? [0.25, 0.75] : [0.5]
            Art {
                required property real modelData
                name: card.monster
                width: Math.round(116 * Theme.u)
                height: width
                x: screen.width * modelData - width / 2
                y: 14 * Theme.u
            }
        }
        Repeater {
            model: card.mode === "turns" ? [0.36, 0.64] : [0.22, 0.78]
            PlayerBadge {
                required property int index
                required property real modelData
                player: index + 1
                text: ""
                opacity: card.mode === "turns" && index === 1 ? 0.45 : 1
                x: screen.width * modelData - 32 * Theme.u
                y: screen.height - 78 * Theme.u
            }
        }
    }
    Txt {
        id: name
        x: card.wide ? screen.x + screen.width + 40 * Theme.u : 28 * Theme.u
        y: card.wide ? 48 * Theme.u : screen.y + screen.height + 12 * Theme.u
        width: parent.width - x - 28 * Theme.u
        height: implicitHeight
        text: card.label
        size: 52
        bold: true
        centred: !card.wide
        color: card.usable ? Theme.ink : Theme.white
    }
    Txt {
        x: name.x
        y: name.y + name.height
        width: name.width
        height: parent.height - y - 12 * Theme.u
        text: card.words
        size: 34
        fit: true
        centred: !card.wide
        color: card.usable ? Theme.ink2 : Theme.white
    }
    Tap {
        id: finger
        enabled: card.usable
        onHit: card.tapped()
    }
}
