import QtQuick
import kiosk.ui

// The top of a message: who it seems to be from, a line of context, when; drawn as the channel draws it.
Item {
    id: head
    required property var message
    readonly property string channel: message.channel
    readonly property bool dark: channel === "call" || channel === "live"
    readonly property color words: dark ? Theme.paper : Theme.ink
    implicitHeight: (channel === "web" ? 132 : channel === "poster" ? 104 : 96) * Theme.u + (Theme.pinyin ? 20 * Theme.u : 0)

    Row {
        id: dots
        visible: head.channel === "web" && head.width > 600 * Theme.u
        x: 28 * Theme.u
        y: 20 * Theme.u
        spacing: 12 * Theme.u
        Repeater {
            model: [Theme.rose, Theme.glowSoft, Theme.jadeSoft]
            Rectangle {
                required property color modelData
                width: 24 * Theme.u
                height: width
                radius: width / 2
                color: modelData
                border.width: Math.max(1, 3 * Theme.u)
                border.color: Theme.ink
            }
        }
    }
    Rectangle {
        visible: head.channel === "web"
        x: (dots.visible ? 160 : 28) * Theme.u
        y: 8 * Theme.u
        width: parent.width - x - 28 * Theme.u
        height: 48 * Theme.u
        radius: height / 2
        color: Theme.white
        border.width: Math.max(1, 3 * Theme.u)
        border.color: Theme.mist
        Txt {
            x: 28 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 2 * x
            height: implicitHeight
            text: head.message.address
            ruby: false
            size: Math.min(28, Math.max(24, Math.floor(width / Theme.u / text.length / 0.6)))
            wrap: false
            color: Theme.ink2
        }
    }
    Item {
        id: row
        x: 28 * Theme.u
        y: head.channel === "web" ? 60 * Theme.u : 0
        width: parent.width - 2 * x
        height: parent.height - y
        Rectangle {
            id: face
            readonly property real side: 64 * Theme.u
            visible: head.channel === "chat" || head.channel === "sms"
            width: visible ? side : 0
            height: side
            radius: side / 2
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.coralSoft
            border.width: Math.max(2, 4 * Theme.u)
            border.color: Theme.ink
            Art {
                anchors.centerIn: parent
                name: head.message.picture
                width: Math.round(face.side)
                height: width
            }
        }
        Txt {
            id: sender
            x: face.visible ? face.width + 18 * Theme.u : 0
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, parent.width - x - (note.visible ? note.width + 20 * Theme.u : 0) - (when.visible ? when.width + 24 * Theme.u : 0))
            height: Math.min(parent.height, implicitHeight)
            fit: true
            text: head.message.sender
            size: head.channel === "poster" || head.channel === "call" ? 44 : 38
            bold: true
            color: head.words
        }
        Rectangle {
            id: note
            visible: words.text !== ""
            anchors.verticalCenter: parent.verticalCenter
            x: sender.x + sender.width + 20 * Theme.u
            width: Math.min(words.implicitWidth + 48 * Theme.u, parent.width * 0.34)
            height: Math.min(parent.height - 8 * Theme.u, words.implicitHeight + 8 * Theme.u)
            radius: Math.min(height / 2, 28 * Theme.u)
            color: head.dark ? Theme.deckShade : Theme.noteGround
            Txt {
                id: words
                anchors.centerIn: parent
                width: parent.width - 40 * Theme.u
                height: Math.min(implicitHeight, head.height - 16 * Theme.u)
                fit: true
                centred: true
                text: head.message.note
                size: 28
                color: head.dark ? Theme.glowLight : Theme.ink2
            }
        }
        Txt {
            id: when
            visible: head.width > 600 * Theme.u
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, parent.width * 0.2)
            height: Math.min(parent.height, implicitHeight)
            fit: true
            text: head.message.time
            ruby: false
            size: 28
            color: head.dark ? Theme.mist : Theme.ink2
        }
    }
}
