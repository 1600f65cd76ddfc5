pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Between the places: which class and which part, how many are through, and what is everybody's. No clock.
Item {
    id: centre
    required property ClassViewModel viewModel
    property bool turnable: false
    readonly property real high: Theme.target + (Theme.pinyin ? 24 : 0) * Theme.u
    readonly property real wide: (Theme.upright ? 172 : 196) * Theme.u
    signal worryTapped
    signal staffTapped
    signal pinyinTapped
    signal turnTapped

    Column {
        id: about
        x: Theme.upright ? 24 * Theme.u : 0
        y: Theme.upright ? (centre.height - height) / 2 : 32 * Theme.u
        width: Theme.upright ? buttons.x - 40 * Theme.u : centre.width
        spacing: (Theme.upright ? 2 : 14) * Theme.u
        Art {
            visible: !Theme.upright
            anchors.horizontalCenter: parent.horizontalCenter
            name: "yingying"
            width: Math.round(176 * Theme.u)
            height: width
        }
        Txt {
            width: parent.width
            text: centre.viewModel.moment
            ruby: Theme.pinyin && !Theme.upright
            size: Theme.upright ? 36 : 40
            bold: true
            centred: !Theme.upright
            color: Theme.light
        }
        Txt {
            width: parent.width
            visible: text !== ""
            text: centre.viewModel.classLabel
            ruby: false
            size: 28
            centred: !Theme.upright
            color: Theme.mist
        }
        Txt {
            objectName: "class-done"
            width: parent.width
            text: centre.viewModel.done
            ruby: Theme.pinyin && !Theme.upright
            size: 28
            centred: !Theme.upright
            color: Theme.glowLight
        }
    }
    Grid {
        id: buttons
        columns: Theme.upright ? 4 : 1
        spacing: (Theme.upright ? 16 : 20) * Theme.u
        layoutDirection: Theme.leftHanded ? Qt.LeftToRight : Qt.RightToLeft
        x: Theme.upright ? centre.width - width - 24 * Theme.u : (centre.width - width) / 2
        y: Theme.upright ? (centre.height - height) / 2 : centre.height - height - 32 * Theme.u
        BigButton {
            objectName: "pinyin"
            width: centre.wide
            height: centre.high
            stacked: true
            words: 28
            icon: "pinyin"
            tone: Theme.pinyin ? "light" : "paper"
            label: qsTr("拼音")
            onTapped: centre.pinyinTapped()
        }
        BigButton {
            objectName: "worry"
            width: centre.wide
            height: centre.high
            stacked: true
            words: 28
            tone: "rose"
            icon: "worried-heart"
            label: qsTr("有点担心")
            onTapped: centre.worryTapped()
        }
        BigButton {
            objectName: "turn-round"
            visible: centre.turnable
            width: centre.wide
            height: centre.high
            stacked: true
            words: 28
            tone: "sky"
            icon: "refresh"
            label: qsTr("转个方向")
            onTapped: centre.turnTapped()
        }
        // The teacher's door: three seconds, so that no child comes to the PIN by a touch.
        Card {
            objectName: "staff-door"
            width: centre.wide
            height: centre.high
            corner: 44 * Theme.u
            face: hold.pressed ? Theme.light : Theme.paper
            Accessible.role: Accessible.Button
            Accessible.name: qsTr("老师")
            Column {
                anchors.centerIn: parent
                Art {
                    anchors.horizontalCenter: parent.horizontalCenter
                    name: "icon/class"
                    width: Math.round(46 * Theme.u)
                    height: width
                }
                Txt {
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: qsTr("老师长按")
                    size: 28
                    bold: true
                    wrap: false
                }
            }
            TapHandler {
                id: hold
                longPressThreshold: 3
                gesturePolicy: TapHandler.ReleaseWithinBounds
                onLongPressed: centre.staffTapped()
            }
        }
    }
}
