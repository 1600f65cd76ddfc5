pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Who is calling, with rings around; or who is on the stage of a live room. Other channels have no such side.
Item {
    id: side
    required property var message
    readonly property bool call: message.channel === "call"
    readonly property bool live: message.channel === "live"
    // Where there is little height the face is smaller and has no rings.
    readonly property real label: (Theme.pinyin ? 68 : 48) * Theme.u
    readonly property bool low: height < label + 250 * Theme.u
    // In a narrow card the words need the whole width.
    property real room: 1000 * Theme.u
    visible: (call || live) && room > 760 * Theme.u
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
        model: side.call && !side.low ? [208, 172] : []
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
        y: side.low ? (side.height - height - side.label - 8 * Theme.u) / 2 : (side.height - height) / 2 - (side.live ? 8 * Theme.u : 16 * Theme.u)
        width: side.low ? Math.min(110 * Theme.u, side.height - side.label - 28 * Theme.u) : 136 * Theme.u
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
        y: face.y + face.height + (side.low ? 8 : side.call ? 44 : 16) * Theme.u
        height: side.label
        ground: side.live ? Theme.coralDeep : Theme.jadeDeep
        edge: Theme.ink
        size: 28
        bold: true
        text: side.live ? qsTr("直播中") : qsTr("通话中")
    }
}
