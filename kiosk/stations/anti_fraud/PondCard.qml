import QtQuick
import kiosk.ui

// The pond: the fox with its rod on one side, who is fished on the other, and what for.
Card {
    id: card
    required property var pond
    // While the reason is read, only the two are there.
    property bool silent: false
    // In a flat card the words stand beside the two.
    readonly property bool flat: !silent && width > 1.9 * height
    readonly property real figure: Math.round(Math.min(silent || flat ? height * 0.86 : height - words.height - 60 * Theme.u, width * (flat ? 0.26 : 0.46)))
    face: Theme.deck
    shade: Theme.deckShade

    Rectangle {
        x: fox.x - 24 * Theme.u
        y: fox.y + fox.height * 0.84
        width: guest.x + guest.width - x + 24 * Theme.u
        height: fox.height * 0.16
        radius: height / 2
        color: Theme.water
    }
    Art {
        id: fox
        x: card.flat ? parent.width - 2 * width - 24 * Theme.u : Math.max(16 * Theme.u, (parent.width / 2 - width) * 0.6)
        y: parent.height - height - 12 * Theme.u
        name: "monster-trickster"
        width: card.figure
        height: width
    }
    Art {
        id: guest
        x: card.flat ? parent.width - width - 12 * Theme.u : parent.width - width - fox.x
        y: fox.y + (card.flat ? 0 : 8 * Theme.u)
        name: card.pond.picture ?? ""
        width: card.figure
        height: width
    }
    Column {
        id: words
        visible: !card.silent
        x: 32 * Theme.u
        y: 24 * Theme.u
        width: (card.flat ? fox.x : parent.width) - 2 * x
        spacing: 10 * Theme.u
        PlayerBadge {
            player: card.pond.player ?? 0
            text: card.pond.playerText ?? ""
        }
        Txt {
            width: parent.width
            height: implicitHeight
            text: card.pond.number ?? ""
            size: 32
            color: Theme.glowLight
        }
        Txt {
            width: parent.width
            height: implicitHeight
            text: card.pond.target ?? ""
            size: Theme.pinyin || card.flat ? 36 : 44
            bold: true
            color: Theme.paper
        }
        Txt {
            width: parent.width
            height: implicitHeight
            text: card.pond.goal ?? ""
            size: Theme.pinyin || card.flat ? 34 : 40
            color: Theme.paper
        }
    }
}
