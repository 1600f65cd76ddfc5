pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui
import kiosk.stations.anti_fraud

// One child's place: who stands here, how far the form is, what is asked, and one act. Never right or wrong.
Rectangle {
    id: place
    required property QuarterViewModel quarter
    required property int number
    readonly property string prefix: "quarter-" + number + "-"
    readonly property real gap: 16 * Theme.u
    readonly property QuarterQuestion asked: quarter.phase === "question" ? loader.item as QuarterQuestion : null
    radius: 36 * Theme.u
    color: Qt.alpha(Theme.deepest, 0.9)
    border.width: Math.max(2, 6 * Theme.u)
    border.color: [Theme.mist, Theme.skyShade, Theme.lilac, Theme.glowShade, Theme.roseShade][number]

    PlayerBadge {
        id: badge
        x: 24 * Theme.u
        y: head.y + (head.height - height) / 2
        player: place.number
        text: qsTr("%1 号").arg(place.number)
    }
    Item {
        id: head
        y: 12 * Theme.u
        x: badge.x + badge.width + place.gap
        width: place.width - x - 24 * Theme.u
        height: 80 * Theme.u
        FormDots {
            visible: place.quarter.phase === "question"
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            answered: place.quarter.answered
            total: place.quarter.total
        }
    }
    Loader {
        id: loader
        x: 20 * Theme.u
        y: head.y + head.height + 8 * Theme.u
        width: place.width - 2 * x
        height: bar.y - y - place.gap
        sourceComponent: place.quarter.phase === "question" ? question : place.quarter.phase === "code" ? code : words
    }
    Component {
        id: question
        QuarterQuestion {
            quarter: place.quarter
            prefix: place.prefix
        }
    }
    Component {
        id: code
        QuarterCode {
            quarter: place.quarter
            prefix: place.prefix
        }
    }
    Component {
        id: words
        QuarterWords {
            quarter: place.quarter
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
            onTapped: place.quarter.listen()
        }
        MessageTurn {
            id: turn
            objectName: place.prefix + "message-turn"
            card: place.asked?.card ?? null
        }
        BigButton {
            id: other
            objectName: place.prefix + "other"
            visible: label !== ""
            width: Math.min(implicitWidth, bar.width * 0.42)
            tone: "paper"
            words: Theme.pinyin ? 28 : 32
            label: place.quarter.phase === "code" ? qsTr("没有卡片") : place.quarter.phase === "start" && place.quarter.codeOffered ? qsTr("我有三图卡") : ""
            onTapped: place.quarter.phase === "code" ? place.quarter.withoutCode() : place.quarter.useCode()
        }
        BigButton {
            readonly property real ems: label.length * (/^[\x00-\x7F]*$/.test(label) ? 0.6 : Theme.pinyin ? 1.3 : 1)
            objectName: place.prefix + "primary"
            width: bar.width - listen.width - place.gap - (turn.visible ? turn.width + place.gap : 0) - (other.visible ? other.width + place.gap : 0)
            tone: "primary"
            arrow: true
            // A message on several pages is read to its end before it is judged.
            label: turn.seen ? place.quarter.primaryLabel : qsTr("先翻页看完")
            words: Math.max(28, Math.min(44, Math.floor((width / Theme.u - 130) / ems)))
            usable: place.quarter.primaryUsable && turn.seen
            onTapped: place.quarter.primary()
        }
    }
}
