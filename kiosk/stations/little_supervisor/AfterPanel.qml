pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What an answer was worth: what the post is and by what one knows, what helps, what happens now.
Card {
    id: panel
    required property var after
    readonly property real side: 36 * Theme.u
    readonly property bool good: after.mood === "right"
    readonly property real loopHeight: (Theme.pinyin ? 170 : 132) * Theme.u

    Rectangle {
        id: head
        width: parent.width
        height: (Theme.pinyin ? 118 : 96) * Theme.u
        topLeftRadius: panel.corner - panel.contour
        topRightRadius: panel.corner - panel.contour
        color: ({
                "right": Theme.jadeSoft,
                "near": Theme.glowSoft,
                "again": Theme.coralSoft
            })[panel.after.mood]
        Art {
            id: sign
            name: panel.good ? "icon/check-disc" : panel.after.mood === "near" ? "icon/bulb" : "icon/turn-back-disc"
            width: Math.round(64 * Theme.u)
            height: width
            x: panel.side
            anchors.verticalCenter: parent.verticalCenter
        }
        Txt {
            x: sign.x + sign.width + 20 * Theme.u
            width: parent.width - x - 20 * Theme.u
            height: parent.height
            text: panel.after.head + panel.after.surprising
            size: 40
            bold: true
            fit: true
        }
    }
    Column {
        id: body
        readonly property real room: panel.innerHeight - head.height - panel.loopHeight - 36 * Theme.u
        x: panel.side
        y: head.height + 18 * Theme.u + Math.max(0, (room - height) / 2)
        width: parent.width - 2 * x
        spacing: (Theme.pinyin ? 12 : 20) * Theme.u
        Row {
            id: what
            width: parent.width
            spacing: 20 * Theme.u
            Pill {
                id: kind
                height: (Theme.pinyin ? 92 : 72) * Theme.u
                ground: Theme.light
                edge: Theme.ink
                wordColor: Theme.ink
                size: 34
                bold: true
                icon: panel.after.whatIcon
                text: panel.after.what
            }
            Txt {
                width: what.width - kind.width - what.spacing
                height: kind.height
                text: panel.after.reason
                size: 34
                fit: true
                overrides: panel.after.pinyin
            }
        }
        Txt {
            id: actsHead
            width: parent.width
            height: implicitHeight
            text: panel.after.actsHead
            size: 32
            bold: true
            color: Theme.jadeDeep
        }
        Flow {
            id: acts
            width: parent.width
            spacing: 12 * Theme.u
            Repeater {
                model: panel.after.acts
                Pill {
                    required property var modelData
                    height: (Theme.pinyin ? 84 : 66) * Theme.u
                    ground: !modelData.fits ? Theme.coralSoft : modelData.chosen ? Theme.jadeSoft : Theme.paper
                    edge: !modelData.fits ? Theme.coralDeep : modelData.chosen ? Theme.jadeDeep : Theme.ink
                    wordColor: Theme.ink
                    size: 30
                    bold: modelData.chosen
                    icon: !modelData.fits ? "turn-back-disc" : modelData.chosen ? "check" : modelData.icon
                    text: modelData.label
                }
            }
        }
        Txt {
            width: parent.width
            height: Math.min(implicitHeight, body.room - what.height - actsHead.height - acts.height - 3 * body.spacing)
            text: panel.after.explanation
            size: 38
            fit: true
            overrides: panel.after.pinyin
        }
    }
    Rectangle {
        x: 14 * Theme.u
        y: panel.innerHeight - height - 14 * Theme.u
        width: parent.width - 2 * x
        height: panel.loopHeight
        radius: 22 * Theme.u
        color: Theme.skySoft
        border.width: Math.max(2, 4 * Theme.u)
        border.color: Theme.skyShade
        Art {
            id: sky
            name: "weather-" + panel.after.weather
            width: Math.round(104 * Theme.u)
            height: width
            x: 18 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
        }
        Art {
            id: who
            visible: panel.after.loopIcon !== ""
            name: panel.after.loopIcon
            from: panel.after.loopPictures
            width: visible ? Math.round(84 * Theme.u) : 0
            height: width
            x: sky.x + sky.width + 10 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
        }
        Txt {
            x: who.x + who.width + 16 * Theme.u
            width: parent.width - x - 18 * Theme.u
            height: parent.height
            text: panel.after.loop
            size: 34
            fit: true
        }
    }
}
