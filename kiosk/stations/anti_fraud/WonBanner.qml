pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What was won: the words, three stars, the rank they stand for, the experience.
Item {
    id: banner
    required property var won
    implicitHeight: card.height + stars.height + 20 * Theme.u

    Card {
        id: card
        width: parent.width
        height: words.height + 56 * Theme.u
        face: banner.won.boss && banner.won.beaten ? Theme.light : Theme.paper
        shade: banner.won.boss && banner.won.beaten ? Theme.lightShade : Theme.paperShade
        Column {
            id: words
            y: 14 * Theme.u
            width: parent.width - 64 * Theme.u
            anchors.horizontalCenter: parent.horizontalCenter
            Txt {
                width: parent.width
                height: implicitHeight
                text: banner.won.head || ""
                size: 56
                bold: true
                centred: true
            }
            Txt {
                width: parent.width
                height: implicitHeight
                text: banner.won.sub || ""
                size: 34
                centred: true
                color: banner.won.boss ? Theme.ink : Theme.ink2
            }
        }
    }
    Row {
        id: stars
        anchors.horizontalCenter: card.horizontalCenter
        y: card.height + 12 * Theme.u
        spacing: 20 * Theme.u
        Repeater {
            model: 3
            Art {
                id: star
                required property int index
                readonly property bool won: index < banner.won.stars
                name: won ? "icon/star-full" : "icon/star-empty"
                width: Math.round(104 * Theme.u)
                height: width
                SequentialAnimation {
                    running: star.won && Theme.reveal > 0
                    PropertyAction {
                        target: star
                        property: "scale"
                        value: 0
                    }
                    PauseAnimation {
                        duration: 200 + star.index * 250
                    }
                    NumberAnimation {
                        target: star
                        property: "scale"
                        to: 1
                        duration: Theme.reveal
                        easing.type: Easing.OutBack
                    }
                }
            }
        }
        Pill {
            anchors.verticalCenter: parent.verticalCenter
            height: (Theme.pinyin ? 94 : 76) * Theme.u
            text: banner.won.rank || ""
            size: 36
            bold: true
            wordColor: Theme.light
        }
        Pill {
            anchors.verticalCenter: parent.verticalCenter
            height: (Theme.pinyin ? 94 : 76) * Theme.u
            text: banner.won.experience || ""
            size: 32
            wordColor: Theme.paper
        }
    }
}
