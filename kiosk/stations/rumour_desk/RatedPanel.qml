pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What a rating was worth: how it is, why, what each check said, and a word about being sure.
Card {
    id: panel
    required property var after
    readonly property real side: 36 * Theme.u
    readonly property bool good: after.verdict === "right"

    Rectangle {
        id: head
        width: parent.width
        height: (Theme.pinyin ? 116 : 96) * Theme.u
        topLeftRadius: panel.corner - panel.contour
        topRightRadius: panel.corner - panel.contour
        color: ({
                "right": Theme.jadeSoft,
                "ask_ok": Theme.glowSoft,
                "wrong": Theme.coralSoft
            })[panel.after.verdict]
        Art {
            id: sign
            name: panel.good ? "icon/check-disc" : panel.after.verdict === "ask_ok" ? "icon/bulb" : "icon/turn-back-disc"
            width: Math.round(64 * Theme.u)
            height: width
            x: panel.side
            anchors.verticalCenter: parent.verticalCenter
        }
        Txt {
            x: sign.x + sign.width + 20 * Theme.u
            width: parent.width - x - 20 * Theme.u
            height: parent.height
            text: panel.after.head
            size: 40
            bold: true
            fit: true
        }
    }
    Row {
        id: truth
        x: panel.side
        y: head.height + 20 * Theme.u
        spacing: 20 * Theme.u
        Pill {
            height: (Theme.pinyin ? 92 : 76) * Theme.u
            ground: Theme.light
            edge: Theme.ink
            wordColor: Theme.ink
            size: 36
            bold: true
            icon: panel.after.truthIcon
            text: panel.after.truth
        }
        Txt {
            visible: text !== ""
            anchors.verticalCenter: parent.verticalCenter
            text: panel.after.surprising
            size: 34
            wrap: false
            color: Theme.jadeDeep
        }
    }
    Txt {
        x: panel.side
        y: truth.y + truth.height + 14 * Theme.u
        width: parent.width - 2 * x
        height: checks.y - y - 12 * Theme.u
        text: panel.after.explanation
        size: 40
        fit: true
        overrides: panel.after.pinyin
    }
    Row {
        id: checks
        x: 20 * Theme.u
        y: calm.y - height - 16 * Theme.u
        height: (Theme.pinyin ? 168 : 132) * Theme.u
        spacing: 12 * Theme.u
        Repeater {
            model: panel.after.checks
            Rectangle {
                id: check
                required property var modelData
                width: (panel.width - 2 * panel.contour - 2 * checks.x - 3 * checks.spacing) / 4
                height: checks.height
                radius: 18 * Theme.u
                color: modelData.looked ? Theme.noteGround : Theme.paper
                border.width: Math.max(2, 4 * Theme.u)
                border.color: Theme.headLine
                Txt {
                    y: 6 * Theme.u
                    width: parent.width
                    height: parent.height / 2
                    text: check.modelData.label
                    size: 28
                    bold: true
                    centred: true
                    fit: true
                    wrap: false
                }
                Row {
                    anchors.horizontalCenter: parent.horizontalCenter
                    y: parent.height / 2
                    height: parent.height / 2 - 6 * Theme.u
                    spacing: 8 * Theme.u
                    Art {
                        name: "icon/" + check.modelData.icon
                        width: Math.round(40 * Theme.u)
                        height: width
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Txt {
                        anchors.verticalCenter: parent.verticalCenter
                        text: check.modelData.lean
                        size: 28
                        wrap: false
                        color: Theme.ink2
                    }
                }
            }
        }
    }
    Rectangle {
        id: calm
        x: 14 * Theme.u
        y: panel.innerHeight - height - 14 * Theme.u
        width: parent.width - 2 * x
        height: (Theme.pinyin ? 150 : 112) * Theme.u
        radius: 22 * Theme.u
        color: Theme.skySoft
        border.width: Math.max(2, 4 * Theme.u)
        border.color: Theme.skyShade
        Txt {
            x: 28 * Theme.u
            width: parent.width - 2 * x
            height: parent.height
            text: panel.after.calm
            size: 34
            fit: true
        }
    }
}
