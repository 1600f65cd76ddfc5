import QtQuick
import kiosk.ui

// The demo that plays itself: a message comes, a finger touches 骗局, the monster loses its lie, a lantern lights.
Item {
    id: demo
    property int step: 0
    property real finger: 0
    readonly property bool caught: step >= 2
    readonly property real monsterSize: Math.round((Theme.upright ? 400 : 430) * Theme.u)
    implicitHeight: (Theme.upright ? 600 : 480) * Theme.u

    Art {
        name: demo.caught ? "yingying-cheer" : "yingying-think"
        width: Math.round(300 * Theme.u)
        height: width
        x: 0
        y: (Theme.upright ? 290 : 130) * Theme.u
    }
    Card {
        id: message
        x: Theme.upright ? 0 : 330 * Theme.u
        y: 40 * Theme.u
        width: demo.width - x - demo.monsterSize
        height: (Theme.upright ? 250 : 210) * Theme.u
        Art {
            name: "icon/sender-gift"
            width: 88 * Theme.u
            height: width
            x: 28 * Theme.u
            y: 28 * Theme.u
        }
        Txt {
            x: 140 * Theme.u
            y: 24 * Theme.u
            width: parent.width - 170 * Theme.u
            height: parent.height - 40 * Theme.u
            fit: true
            text: qsTr("免费皮肤送给你！先交 20 元保证金，别告诉爸爸妈妈哦～")
            size: 40
            ruby: false
        }
    }
    BigButton {
        id: answer
        x: Theme.upright ? 320 * Theme.u : message.x
        y: Theme.upright ? 430 * Theme.u : message.y + message.height + 28 * Theme.u
        width: Theme.upright ? demo.width - x : message.width
        height: 130 * Theme.u
        tone: demo.caught ? "light" : "lilac"
        icon: demo.caught ? "check-disc" : "mask"
        label: demo.caught ? qsTr("看穿了！") : qsTr("骗局")
        words: 52
        sink: demo.step === 1 ? band : 0
        usable: true
        enabled: false
    }
    Art {
        id: monster
        name: demo.caught ? "monster-skin-beaten" : "monster-skin"
        width: demo.monsterSize
        height: width
        x: demo.width - width
        y: 20 * Theme.u
    }
    Art {
        name: "lantern"
        width: 150 * Theme.u
        height: width
        x: answer.x + answer.width - 60 * Theme.u
        y: answer.y - 10 * Theme.u
        opacity: demo.caught ? 1 : 0
        Behavior on opacity {
            NumberAnimation {
                duration: Theme.reveal
            }
        }
    }
    Art {
        visible: demo.step < 2 && !Theme.calm
        name: "icon/hand-tap"
        width: 120 * Theme.u
        height: width
        x: answer.x + answer.width * 0.62
        y: answer.y + 40 * Theme.u + (1 - demo.finger) * 120 * Theme.u
    }
    SequentialAnimation {
        running: !Theme.calm && demo.visible
        loops: Animation.Infinite
        PauseAnimation {
            duration: 2600
        }
        NumberAnimation {
            target: demo
            property: "finger"
            from: 0
            to: 1
            duration: 700
            easing.type: Easing.OutCubic
        }
        PropertyAction {
            target: demo
            property: "step"
            value: 1
        }
        PauseAnimation {
            duration: 260
        }
        PropertyAction {
            target: demo
            property: "step"
            value: 2
        }
        PauseAnimation {
            duration: 3600
        }
        PropertyAction {
            target: demo
            properties: "step,finger"
            value: 0
        }
    }
}
