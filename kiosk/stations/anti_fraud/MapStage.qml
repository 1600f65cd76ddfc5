pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A level on the map: its monster on the landing, the plaque with its name, the stars this visit has earned. A boss is
// larger. Monster and plaque are one target. The item's origin is the middle of the landing.
Item {
    id: stage
    required property var level
    readonly property bool boss: level.boss
    readonly property real half: (Theme.upright ? (boss ? 120 : 93) : boss ? 128 : 109) * Theme.u
    readonly property bool tall: Theme.pinyin || level.name.length > 6
    // The width of the map, in pixels.
    property real room: 0
    signal entered
    Accessible.role: Accessible.Button
    Accessible.name: level.name

    // Feet on the landing, the plaque before its edge.
    Item {
        id: target
        objectName: "level-" + stage.level.id
        x: -stage.half
        y: -182 * Theme.u
        width: 2 * stage.half
        height: 266 * Theme.u
        Art {
            id: figure
            name: stage.level.monster
            width: Math.round((stage.boss ? 208 : Theme.upright ? 180 : 192) * Theme.u)
            height: width
            opacity: stage.level.open ? 1 : 0.5
            x: stage.half - width / 2
            y: 194 * Theme.u - height + (finger.down ? 6 * Theme.u : 0)
        }
        Card {
            id: plaque
            width: parent.width
            height: (stage.tall ? 106 : 72) * Theme.u
            anchors.bottom: parent.bottom
            corner: 24 * Theme.u
            contour: Math.max(2, 5 * Theme.u)
            band: 8 * Theme.u
            face: stage.level.suggested ? Theme.light : stage.level.locked ? Theme.off : Theme.paper
            shade: stage.level.suggested ? Theme.lightShade : stage.level.locked ? Theme.deckShade : Theme.paperShade
            sink: finger.down ? band : 0
            Txt {
                anchors.fill: parent
                anchors.leftMargin: 8 * Theme.u
                anchors.rightMargin: 8 * Theme.u
                text: stage.level.name
                size: stage.tall && !Theme.pinyin ? 28 : 34
                bold: true
                centred: true
                fit: true
                color: stage.level.locked ? Theme.white : Theme.ink
            }
        }
        Row {
            visible: stage.level.played
            anchors.horizontalCenter: parent.horizontalCenter
            y: plaque.y - 34 * Theme.u
            spacing: 4 * Theme.u
            Repeater {
                model: 3
                Art {
                    required property int index
                    name: index < stage.level.stars ? "icon/star-full" : "icon/star-empty"
                    width: Math.round(48 * Theme.u)
                    height: width
                }
            }
        }
        Rectangle {
            visible: stage.level.locked
            x: plaque.width - width * 0.8
            y: plaque.y - height * 0.75
            width: 60 * Theme.u
            height: width
            radius: width / 2
            color: Theme.deckShade
            border.width: Math.max(2, 4 * Theme.u)
            border.color: Theme.ink
            Art {
                anchors.centerIn: parent
                name: stage.level.locked ? "icon/lock" : ""
                color: "f7c98b"
                width: Math.round(38 * Theme.u)
                height: width
            }
        }
        Tap {
            id: finger
            onHit: stage.entered()
        }
    }
    Pill {
        visible: text !== ""
        // Over the monster's head, never over the edge of the screen or the plaque of a level above.
        x: Math.max(16 * Theme.u - stage.x, Math.min(stage.room - 16 * Theme.u - width - stage.x, -width / 2))
        y: target.y - 12 * Theme.u
        height: 56 * Theme.u + (Theme.pinyin ? 18 * Theme.u : 0)
        text: stage.level.note
        size: 28
        wordColor: Theme.light
    }
}
