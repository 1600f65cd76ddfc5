pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A post, picture, comment, live room or group chat as it stands in the feed.
Card {
    id: card
    required property var post
    readonly property real side: 32 * Theme.u
    readonly property real room: innerHeight - head.height - 2 * 24 * Theme.u
    readonly property bool pictured: post.picture !== ""

    Rectangle {
        id: head
        width: parent.width
        height: (Theme.pinyin ? 128 : 108) * Theme.u
        topLeftRadius: card.corner - card.contour
        topRightRadius: card.corner - card.contour
        color: ({
                "post": Theme.messageHead,
                "picture": Theme.glowSoft,
                "comment": Theme.lilacSoft,
                "live": Theme.rose,
                "chat": Theme.jadeSoft
            })[card.post.form]
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Math.max(1, 3 * Theme.u)
            color: Theme.headLine
        }
        Art {
            id: face
            name: "icon/" + card.post.whoIcon
            width: Math.round(80 * Theme.u)
            height: width
            x: 24 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
        }
        Txt {
            x: face.x + face.width + 18 * Theme.u
            width: form.x - x - 12 * Theme.u
            height: parent.height
            text: card.post.who
            size: 34
            bold: true
            fit: true
            wrap: false
        }
        Pill {
            id: form
            anchors.right: parent.right
            anchors.rightMargin: 20 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            height: (Theme.pinyin ? 84 : 64) * Theme.u
            ground: Theme.paper
            edge: Theme.ink
            wordColor: Theme.ink
            size: 28
            icon: card.post.formIcon
            text: card.post.formLabel
        }
    }
    PlayerMark {
        visible: card.post.player > 0
        anchors.right: parent.right
        anchors.rightMargin: -10 * Theme.u
        y: head.height - 24 * Theme.u
        player: Math.max(1, card.post.player)
        side: 96 * Theme.u
    }
    Column {
        id: body
        x: card.side
        y: head.height + Math.max(24 * Theme.u, (card.innerHeight - head.height - height) / 2)
        width: parent.width - 2 * card.side
        spacing: 20 * Theme.u
        Rectangle {
            id: frame
            readonly property real free: card.room - words.height - replies.height - 2 * body.spacing
            visible: card.pictured && free > 110 * Theme.u
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.round(Math.min(body.width, free * 1.5))
            height: Math.round(width / 1.5)
            radius: 12 * Theme.u
            color: Theme.ink
            Art {
                anchors.fill: parent
                anchors.margins: Math.max(2, 4 * Theme.u)
                name: card.post.picture
                from: card.post.pictures
                fillMode: Image.PreserveAspectCrop
            }
        }
        Txt {
            id: words
            width: parent.width
            height: Math.min(implicitHeight, card.room - (card.pictured ? 130 * Theme.u : 0) - replies.height - 2 * body.spacing)
            fit: true
            text: card.post.text
            size: card.pictured ? (Theme.pinyin ? 34 : 40) : (Theme.pinyin ? 38 : 46)
            overrides: card.post.pinyin
        }
        Column {
            id: replies
            width: parent.width
            spacing: 12 * Theme.u
            Repeater {
                model: card.post.replies
                Rectangle {
                    id: reply
                    required property var modelData
                    width: replies.width
                    height: said.implicitHeight + 20 * Theme.u
                    radius: 18 * Theme.u
                    color: Theme.noteGround
                    Txt {
                        id: said
                        x: 20 * Theme.u
                        y: 10 * Theme.u
                        width: parent.width - 2 * x
                        text: reply.modelData.who + "：" + reply.modelData.text
                        size: Theme.pinyin ? 28 : 32
                        overrides: card.post.pinyin
                    }
                }
            }
        }
    }
}
