pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The step before, the one being read in large words that turn light, and the next.
DeepCard {
    id: card
    required property PrompterViewModel prompter
    readonly property var shown: prompter.shown
    readonly property var now: shown.now ?? ({})
    readonly property real edge: (!rolling ? 20 : Theme.pinyin ? 108 : 92) * Theme.u
    readonly property bool rolling: !(shown.free ?? true)

    PrompterRow {
        visible: card.rolling
        x: 44 * Theme.u
        y: 8 * Theme.u
        width: card.width - 88 * Theme.u
        height: card.edge - 8 * Theme.u
        step: card.shown.before ?? ({})
        duet: card.shown.duet ?? false
    }
    Rectangle {
        x: 20 * Theme.u
        y: card.edge
        width: card.width - 40 * Theme.u - 2 * card.contour
        height: card.innerHeight - 2 * card.edge
        radius: 20 * Theme.u
        color: Theme.deck
        border.width: Math.max(2, 5 * Theme.u)
        border.color: Theme.light
        Row {
            id: head
            x: 24 * Theme.u
            y: 14 * Theme.u
            spacing: 24 * Theme.u
            VoiceMark {
                visible: card.shown.duet ?? false
                voice: card.now.voice ?? 1
                strong: true
            }
            Txt {
                anchors.verticalCenter: parent.verticalCenter
                text: card.shown.turn ?? ""
                size: 32
                wrap: false
                ruby: false
                color: Theme.light
            }
        }
        Art {
            id: figure
            anchors.right: parent.right
            anchors.rightMargin: 20 * Theme.u + (250 * Theme.u - width) / 2
            y: (parent.height - height - (pace.visible ? pace.height + 8 * Theme.u : 0)) / 2
            name: (card.now.voice === 2 ? "voice-diamond" : "voice-round") + "-speak"
            width: Math.round(Math.min(250 * Theme.u, parent.height - 24 * Theme.u - (pace.visible ? pace.height : 0)))
            height: width
        }
        BigButton {
            id: pace
            objectName: "pace"
            visible: card.rolling
            guarded: false
            anchors.right: parent.right
            anchors.rightMargin: 20 * Theme.u
            y: parent.height - height - 16 * Theme.u
            width: 250 * Theme.u
            tone: "off"
            icon: "clock"
            iconSize: 44
            words: 32
            label: [qsTr("慢一点"), qsTr("不快不慢"), qsTr("快一点")][card.prompter.pace]
            onTapped: card.prompter.setPace((card.prompter.pace + 1) % 3)
        }
        Txt {
            x: 28 * Theme.u
            y: 82 * Theme.u
            width: parent.width - x - 286 * Theme.u
            height: (parent.height - y - 12 * Theme.u) * (hint.visible ? 0.48 : 1)
            text: card.now.text ?? ""
            size: 88
            bold: true
            fit: true
            color: Theme.white
            readColor: Theme.light
            read: card.prompter.read
        }
        Txt {
            id: hint
            visible: text !== ""
            x: 28 * Theme.u
            y: 82 * Theme.u + (parent.height - 94 * Theme.u) * 0.5
            width: parent.width - x - 286 * Theme.u
            height: parent.height - y - 12 * Theme.u
            text: card.now.hint ?? ""
            size: 44
            fit: true
            color: Theme.white
        }
    }
    PrompterRow {
        visible: card.rolling
        x: 44 * Theme.u
        y: card.innerHeight - card.edge
        width: card.width - 88 * Theme.u
        height: card.edge - 8 * Theme.u
        step: card.shown.next ?? ({})
        duet: card.shown.duet ?? false
    }
}
