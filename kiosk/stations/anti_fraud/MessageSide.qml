pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Who is calling, with rings around; or who is on the stage of a live room. Other channels have no such side.
Item {
    id: side
    required property var message
    readonly property bool call: message.channel === "call"
    readonly property bool live: message.channel === "live"
    visible: call || live
    width: visible ? 248 * Theme.u : 0

    Rectangle {
        visible: side.live
        anchors.fill: parent
        anchors.margins: 20 * Theme.u
        anchors.rightMargin: 0
        radius: 20 * Theme.u
        color: Theme.lilac
        border.width: Math.max(2, 4 * Theme.u)
        border.color: Theme.ink
    }
    Repeater {
        model: side.call ? [208, 172] : []
        Rectangle {
            required property int modelData
            anchors.centerIn: face
            width: modelData * Theme.u
            height: width
            radius: width / 2
            color: "transparent"
            border.width: Math.max(2, 4 * Theme.u)
            border.color: Theme.pillEdge
        }
    }
    Rectangle {
        id: face
        x: (side.width - width) / 2 + 8 * Theme.u
        y: (side.height - height) / 2 - (side.live ? 8 * Theme.u : 16 * Theme.u)
        width: 136 * Theme.u
        height: width
        radius: width / 2
        color: Theme.coralSoft
        border.width: Math.max(2, 5 * Theme.u)
        border.color: Theme.ink
        Art {
            anchors.centerIn: parent
            name: side.visible ? side.message.picture : ""
            width: Math.round(parent.width)
            height: width
        }
    }
    Pill {
        anchors.horizontalCenter: face.horizontalCenter
        y: face.y + face.height + (side.call ? 44 : 16) * Theme.u
        height: (Theme.pinyin ? 68 : 48) * Theme.u
        ground: side.live ? Theme.coralDeep : Theme.jadeDeep
        edge: Theme.ink
        size: 28
        bold: true
        text: side.live ? qsTr("直播中") : qsTr("通话中")
    }
}
