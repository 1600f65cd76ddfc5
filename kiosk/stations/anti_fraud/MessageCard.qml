pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A message as it would reach a child, drawn from data: chat, SMS, call, poster, live room or web page.
Card {
    id: card
    required property var message
    property int revealed: 0
    property var overrides: ({})
    property bool finding: false
    property var chosen: []
    signal passageTapped(string key)
    readonly property string channel: message.channel
    readonly property alias parts: column
    // For screens of other rooms: a text that does not fit stands on several pages.
    readonly property int pages: column.pages
    readonly property int page: column.page
    function turn(): void {
        column.turn();
    }
    face: ({
            "call": Theme.dusk,
            "live": Theme.night,
            "poster": Theme.glowSoft,
            "web": Theme.white,
            "sms": Theme.white
        })[channel] || Theme.paper
    shade: head.dark ? Theme.deckShade : Theme.paperShade

    Rectangle {
        width: parent.width
        height: head.height
        radius: 22 * Theme.u
        color: ({
                "call": Theme.deck,
                "live": Theme.lilacDeep,
                "poster": Theme.glow,
                "web": Theme.noteGround
            })[card.channel] || Theme.messageHead
        Rectangle {
            y: parent.height - height
            width: parent.width
            height: 24 * Theme.u
            color: parent.color
        }
        Rectangle {
            y: parent.height - height
            width: parent.width
            height: Math.max(2, 4 * Theme.u)
            color: head.dark ? Theme.pillEdge : card.channel === "poster" ? Theme.ink : Theme.headLine
        }
    }
    MessageHead {
        id: head
        width: parent.width
        height: implicitHeight
        message: card.message
    }
    MessageSide {
        id: side
        room: card.width
        y: head.height
        height: parent.height - y
        message: card.message
    }
    PagedColumn {
        id: column
        readonly property real upper: head.height + 16 * Theme.u
        x: 28 * Theme.u + side.width
        // A poster hangs its lines in the middle.
        y: upper + (card.channel === "poster" && pages === 1 ? (height - used) / 2 : 0)
        width: parent.width - x - 28 * Theme.u
        height: parent.height - upper - 12 * Theme.u
        clip: pages > 1
        spacing: 14 * Theme.u
        sizes: Theme.pinyin ? [38, 36, 34, 32, 30, 28] : [44, 40, 38, 36, 34, 32, 30, 28]
        Repeater {
            model: card.message.parts
            MessagePart {
                channel: card.channel
                picture: card.message.picture
                size: column.textSize
                overrides: card.overrides
                shownMarks: column.measuring ? 99 : card.revealed
                finding: card.finding
                chosen: card.chosen
                onPassageTapped: key => card.passageTapped(key)
            }
        }
    }
}
