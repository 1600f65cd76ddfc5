import QtQuick
import kiosk.ui

// What somebody says, with the picture that came with it.
Card {
    id: card
    required property var claim
    readonly property bool pictured: claim.picture !== ""
    readonly property bool wide: Theme.upright

    Rectangle {
        id: head
        width: parent.width
        height: (Theme.pinyin ? 116 : 92) * Theme.u
        topLeftRadius: card.corner - card.contour
        topRightRadius: card.corner - card.contour
        color: Theme.messageHead
        Txt {
            x: 32 * Theme.u
            width: theme.x - x - 16 * Theme.u
            height: parent.height
            text: card.claim.says
            size: 34
            bold: true
            fit: true
            wrap: false
        }
        Pill {
            id: theme
            anchors.right: parent.right
            anchors.rightMargin: (card.claim.player > 0 ? 120 : 20) * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            height: (Theme.pinyin ? 84 : 60) * Theme.u
            ground: Theme.paper
            edge: Theme.ink
            wordColor: Theme.ink
            size: 28
            text: card.claim.theme
        }
        PlayerMark {
            visible: card.claim.player > 0
            anchors.right: parent.right
            anchors.rightMargin: 16 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            player: Math.max(1, card.claim.player)
            side: 88 * Theme.u
        }
    }
    Rectangle {
        id: frame
        readonly property real free: card.innerHeight - head.height
        visible: card.pictured
        width: card.wide ? Math.round(Math.min(parent.width * 0.42, (free - 48 * Theme.u) * 1.5)) : Math.round(Math.min(parent.width - 64 * Theme.u, free * 0.56 * 1.5))
        height: Math.round(width / 1.5)
        x: card.wide ? 28 * Theme.u : (parent.width - width) / 2
        y: head.height + (card.wide ? (free - height) / 2 : 28 * Theme.u)
        radius: 12 * Theme.u
        color: Theme.ink
        Art {
            anchors.fill: parent
            anchors.margins: Math.max(2, 4 * Theme.u)
            name: card.claim.picture
            from: card.claim.pictures
            fillMode: Image.PreserveAspectCrop
        }
    }
    Txt {
        x: card.wide && card.pictured ? frame.x + frame.width + 28 * Theme.u : 36 * Theme.u
        y: card.wide || !card.pictured ? head.height + 16 * Theme.u : frame.y + frame.height + 16 * Theme.u
        width: parent.width - x - 32 * Theme.u
        height: card.innerHeight - y - 16 * Theme.u
        text: card.claim.text
        size: card.pictured ? 42 : 48
        bold: true
        fit: true
        overrides: card.claim.pinyin
    }
}
