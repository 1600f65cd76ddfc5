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
    readonly property SideAfter reasons: afterLoader.item as SideAfter
    readonly property bool more: reasons !== null && reasons.moreToSee
    radius: 36 * Theme.u
    color: Qt.alpha(Theme.deepest, 0.86)
    border.width: Math.max(2, 6 * Theme.u)
    border.color: [Theme.mist, Theme.skyShade, Theme.lilac, Theme.glowShade, Theme.roseShade][number]

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
        Loader {
            id: questionLoader
            anchors.fill: parent
            active: place.side.phase === "question"
            sourceComponent: SideQuestion {
                side: place.side
                prefix: place.prefix
            }
        }
        Loader {
            id: afterLoader
            anchors.fill: parent
            active: place.side.phase === "after"
            sourceComponent: SideAfter {
                side: place.side
            }
        }
        Loader {
            anchors.fill: parent
            active: place.side.phase === "done"
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
            column: (questionLoader.item as SideQuestion)?.messageColumn ?? null
        }
        PageTurn {
            id: optionsTurn
            objectName: place.prefix + "options-turn"
            column: (questionLoader.item as SideQuestion)?.optionsColumn ?? null
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
            usable: place.side.primaryUsable && (place.reasons === null || place.reasons.settled)
            onTapped: place.more ? place.reasons.turnPage() : place.side.primary()
        }
    }
}
