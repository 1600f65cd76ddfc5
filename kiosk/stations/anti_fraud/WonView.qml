pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A level is over: the monster without its lies on the stage, stars, the lanterns that were lit.
Item {
    id: scene
    required property AntiFraudViewModel viewModel
    readonly property var won: viewModel.won
    readonly property real middle: width / 2
    // Where the picture's stage stands, in this item's pixels: its middle is at 850 of 1080.
    property real above: 0
    readonly property real stage: (850 - 540) * Math.max(Theme.windowWidth / 1920, Theme.windowHeight / 1080) + Theme.windowHeight / 2 - above

    Card {
        id: banner
        width: Math.min(parent.width, 1120 * Theme.u)
        height: words.height + 56 * Theme.u
        x: scene.middle - width / 2
        y: Theme.upright ? 40 * Theme.u : 0
        Column {
            id: words
            y: 14 * Theme.u
            width: parent.width - 64 * Theme.u
            anchors.horizontalCenter: parent.horizontalCenter
            Txt {
                width: parent.width
                height: implicitHeight
                text: scene.won.head || ""
                size: 56
                bold: true
                centred: true
            }
            Txt {
                width: parent.width
                height: implicitHeight
                text: scene.won.sub || ""
                size: 34
                centred: true
                color: Theme.ink2
            }
        }
    }
    Row {
        id: stars
        anchors.horizontalCenter: banner.horizontalCenter
        y: banner.y + banner.height + 12 * Theme.u
        spacing: 20 * Theme.u
        Repeater {
            model: 3
            Art {
                id: star
                required property int index
                readonly property bool won: index < scene.won.stars
                name: won ? "icon/star-full" : "icon/star-empty"
                width: Math.round(112 * Theme.u)
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
    }
    Art {
        id: monster
        name: scene.won.picture || ""
        width: Math.round((Theme.upright ? 600 : 440) * Theme.u)
        height: width
        x: scene.middle - width / 2
        y: scene.stage - 0.91 * height
    }
    Art {
        name: scene.won.beaten ? "yingying-cheer" : "yingying"
        width: Math.round((Theme.upright ? 300 : 400) * Theme.u)
        height: width
        x: Theme.upright ? 0 : Math.round(scene.middle - monster.width / 2 - width - 60 * Theme.u)
        y: monster.y - (Theme.upright ? 60 : 20) * Theme.u
    }
    Column {
        id: lines
        spacing: 16 * Theme.u
        x: Theme.upright ? scene.middle - width / 2 : Math.min(scene.width - width, scene.middle + monster.width / 2 + 60 * Theme.u)
        y: Theme.upright ? stars.y + stars.height + 24 * Theme.u : monster.y + 40 * Theme.u
        Repeater {
            model: scene.won.lines || []
            Pill {
                required property int index
                required property string modelData
                height: 76 * Theme.u + (Theme.pinyin ? 18 * Theme.u : 0)
                icon: ["check-disc", "lantern-small", "star-full"][index]
                text: modelData
                size: 36
                wordColor: Theme.paper
            }
        }
    }
}
