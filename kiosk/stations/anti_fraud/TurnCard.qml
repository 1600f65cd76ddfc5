pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Between the baits and the messages: what bait is, and that not everybody tricks you.
Item {
    id: page
    required property var turn
    readonly property real figure: Math.round((Theme.upright ? 380 : 460) * Theme.u)

    Card {
        width: Theme.upright ? parent.width : parent.width - page.figure - 40 * Theme.u
        height: Math.min(parent.height - (Theme.upright ? page.figure * 0.9 : 0), words.height + 96 * Theme.u)
        y: Theme.upright ? page.figure * 0.9 : (parent.height - height) / 2
        Column {
            id: words
            x: 48 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 2 * x
            spacing: 24 * Theme.u
            Repeater {
                model: [
                    {
                        "text": page.turn.head,
                        "size": 56,
                        "bold": true,
                        "color": Theme.ink
                    },
                    {
                        "text": page.turn.sub,
                        "size": 38,
                        "bold": false,
                        "color": Theme.ink
                    },
                    {
                        "text": page.turn.felt,
                        "size": 38,
                        "bold": true,
                        "color": Theme.lilacDeep
                    },
                    {
                        "text": page.turn.fair,
                        "size": 40,
                        "bold": true,
                        "color": Theme.jadeDeep
                    },
                    {
                        "text": page.turn.why,
                        "size": 38,
                        "bold": false,
                        "color": Theme.ink
                    }
                ]
                Txt {
                    required property var modelData
                    width: words.width
                    height: implicitHeight
                    text: modelData.text
                    size: Theme.pinyin ? modelData.size - 4 : modelData.size
                    bold: modelData.bold
                    color: modelData.color
                }
            }
        }
    }
    Art {
        x: Theme.upright ? 0 : parent.width - width
        y: Theme.upright ? 0 : parent.height - 2 * height * 0.94
        name: "yingying-think"
        width: page.figure * 0.86
        height: width
    }
    Art {
        x: parent.width - width
        y: Theme.upright ? 0 : parent.height - height
        name: "monster-trickster"
        width: page.figure * 0.86
        height: width
    }
}
