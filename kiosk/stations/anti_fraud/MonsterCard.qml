import QtQuick
import kiosk.ui

// The monster of the level with the lies it has left. It flinches when it loses one; otherwise it stands still.
Card {
    id: card
    required property var fight
    readonly property string monsterState: fight.state || "idle"
    readonly property bool wide: width > 1.6 * height
    // A tall card has room for the words above the monster's head.
    readonly property bool tall: height > width
    readonly property real figure: Math.round(Math.min(innerHeight - (wide ? 24 : tall ? 310 : 150) * Theme.u, width * (tall ? 0.86 : 0.76), 560 * Theme.u))
    // Drawn once at its largest, however large it stands beside each item.
    readonly property size drawn: Qt.size(Math.round(560 * Theme.u), 0)
    // Its last lie is about to go.
    property bool ending: false
    face: Theme.deck
    shade: Theme.deckShade
    onMonsterStateChanged: if (monsterState !== "idle" && Theme.reveal > 0)
        flinch.restart()

    Rectangle {
        x: monster.x + monster.width * 0.06
        y: monster.y + monster.height * 0.83
        width: monster.width * 0.94
        height: monster.height * 0.15
        radius: height / 2
        color: Theme.dusk
    }
    Item {
        id: monster
        width: card.figure
        height: card.figure
        x: parent.width - width - 28 * Theme.u
        y: parent.height - height - 12 * Theme.u
        transformOrigin: Item.Bottom
        Art {
            visible: card.monsterState === "idle"
            width: card.figure
            height: card.figure
            sourceSize: card.drawn
            name: card.fight.monster
        }
        Art {
            visible: card.monsterState === "hit"
            width: card.figure
            height: card.figure
            sourceSize: card.drawn
            // Not with the level itself, which opens the sooner; and before it is needed, so that nothing stutters then.
            name: later.running ? "" : card.fight.monster + "-hit"
        }
        Art {
            visible: card.monsterState === "beaten"
            width: card.figure
            height: card.figure
            sourceSize: card.drawn
            name: visible || card.ending ? card.fight.monster + "-beaten" : ""
        }
    }
    Timer {
        id: later
        interval: 500
        running: true
    }
    Timer {
        interval: 700
        running: card.fight.lies === 1
        onTriggered: card.ending = true
    }
    SequentialAnimation {
        id: flinch
        ParallelAnimation {
            NumberAnimation {
                target: monster
                property: "rotation"
                to: -3
                duration: 90
                easing.type: Easing.OutCubic
            }
            NumberAnimation {
                target: monster
                property: "scale"
                to: 0.95
                duration: 90
                easing.type: Easing.OutCubic
            }
        }
        ParallelAnimation {
            NumberAnimation {
                target: monster
                property: "rotation"
                to: 0
                duration: 260
                easing.type: Easing.OutBack
            }
            NumberAnimation {
                target: monster
                property: "scale"
                to: 1
                duration: 260
                easing.type: Easing.OutBack
            }
        }
    }
    Txt {
        id: name
        x: 32 * Theme.u
        y: 24 * Theme.u
        width: card.wide ? parent.width - monster.width - 76 * Theme.u : parent.width - slips.width - 84 * Theme.u
        height: implicitHeight
        text: card.fight.name
        size: 40
        bold: true
        color: Theme.paper
    }
    Txt {
        id: left
        x: name.x
        y: name.y + name.implicitHeight
        width: name.width
        text: card.fight.liesText
        size: 32
        color: Theme.glowLight
    }
    LieSlips {
        id: slips
        x: card.wide ? name.x : parent.width - width - 36 * Theme.u
        y: card.wide ? left.y + left.implicitHeight + 12 * Theme.u : 32 * Theme.u
        lies: card.fight.lies
        total: card.fight.liesTotal
    }
    SpeechBubble {
        visible: !card.wide
        x: 20 * Theme.u
        y: left.y + left.implicitHeight + 24 * Theme.u
        maximum: parent.width * (card.tall ? 0.72 : 0.44)
        tailLeft: false
        text: card.fight.speech
        strong: card.fight.speechStrong
        size: 32
    }
    Pill {
        visible: text !== ""
        x: 28 * Theme.u
        y: parent.height - height - 28 * Theme.u
        height: 60 * Theme.u
        icon: "lantern-small"
        text: card.fight.combo
        wordColor: Theme.light
        bold: true
    }
}
