pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// One child's side of a shared screen: who, what is asked, the answers, the reasons; confirmed and left by this child.
Rectangle {
    id: place
    required property SideViewModel side
    required property int number
    // A monster of its own stands in the head; the one of all stands between the sides.
    property bool own: true
    readonly property string prefix: "side-" + number + "-"
    readonly property real gap: 16 * Theme.u
    readonly property SideAfter reasons: side.phase === "after" ? afterLoader.item as SideAfter : null
    readonly property SideQuestion asked: side.phase === "question" ? questionLoader.item as SideQuestion : null
    // What comes next is made piece by piece, and shown when it stands: until then the present one stays.
    property string shown: side.phase
    property int pieces: 0
    // What the reasons are about, also while the next question is made.
    property var answered: null
    readonly property bool making: shown !== side.phase

    function make(): void {
        if (pieces < 2)
            pieces += 1;
        else
            shown = side.phase;
    }
    Component.onCompleted: shown = side.phase
    onMakingChanged: {
        pieces = 0;
        if (side.phase === "after")
            answered = ({
                    "after": side.after,
                    "question": side.question,
                    "fight": side.fight
                });
    }
    readonly property bool more: reasons !== null && reasons.moreToSee
    radius: 36 * Theme.u
    color: Qt.alpha(Theme.deepest, 0.86)
    border.width: Math.max(2, 6 * Theme.u)
    border.color: [Theme.mist, Theme.skyShade, Theme.lilac, Theme.glowShade, Theme.roseShade][number]

    component Stage: Loader {
        required property string phase
        readonly property bool now: place.shown === phase
        readonly property int pieces: now ? 2 : place.pieces
        anchors.fill: parent
        active: now || (place.side.phase === phase && pieces > 0)
        opacity: now ? 1 : 0
        enabled: now && !place.making
    }
    SideHead {
        id: head
        x: 24 * Theme.u
        y: 12 * Theme.u
        width: place.width - 2 * x
        height: 88 * Theme.u
        number: place.number
        fight: place.side.fight
        own: place.own
        asking: place.side.phase === "question"
    }
    Item {
        id: body
        x: 20 * Theme.u
        y: head.y + head.height + 8 * Theme.u
        width: place.width - 2 * x
        height: bar.y - y - place.gap
        Stage {
            id: questionLoader
            phase: "question"
            sourceComponent: SideQuestion {
                side: place.side
                pieces: questionLoader.pieces
                prefix: place.prefix
            }
        }
        Stage {
            id: afterLoader
            phase: "after"
            sourceComponent: SideAfter {
                shown: place.answered.after
                question: place.answered.question
                fight: place.answered.fight
                missedLabel: place.side.missedLabel
                pieces: afterLoader.pieces
            }
        }
        Stage {
            phase: "done"
            sourceComponent: SideDone {
                side: place.side
            }
        }
    }
    Row {
        id: bar
        x: 20 * Theme.u
        y: place.height - height - 18 * Theme.u
        width: place.width - 2 * x
        height: Theme.target
        spacing: place.gap
        layoutDirection: Theme.leftHanded ? Qt.RightToLeft : Qt.LeftToRight
        BigButton {
            id: listen
            objectName: place.prefix + "listen"
            tone: "sky"
            icon: "speaker"
            guarded: false
            onTapped: place.side.listen()
        }
        PageTurn {
            id: turn
            objectName: place.prefix + "message-turn"
            column: place.asked?.messageColumn ?? null
        }
        PageTurn {
            id: optionsTurn
            objectName: place.prefix + "options-turn"
            column: place.asked?.optionsColumn ?? null
        }
        BigButton {
            id: primary
            readonly property real ems: label.length * (/^[\x00-\x7F]*$/.test(label) ? 0.6 : Theme.pinyin ? 1.3 : 1)
            objectName: place.prefix + "primary"
            visible: place.side.phase !== "done"
            width: bar.width - listen.width - place.gap - (turn.visible ? turn.width + place.gap : 0) - (optionsTurn.visible ? optionsTurn.width + place.gap : 0)
            tone: "primary"
            arrow: true
            label: place.more ? place.side.moreLabel : place.side.primaryLabel
            words: Math.max(28, Math.min(44, Math.floor((width / Theme.u - 130) / ems)))
            usable: place.side.primaryUsable && !place.making && (place.reasons === null || place.reasons.settled)
            onTapped: place.more ? place.reasons.turnPage() : place.side.primary()
        }
    }
}
