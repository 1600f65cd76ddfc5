pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What came of the answer: the verdict, the cues one by one, why, and what a genuine one looks like.
Card {
    id: panel
    required property var after
    required property var fight
    property int revealed: 0
    property int page: 0
    property var overrides: ({})
    // In a corner of the screen the reasons need the height more than the head does.
    readonly property bool low: height < 470 * Theme.u
    readonly property alias pages: column.pages
    readonly property size drawn: Qt.size(Math.round(340 * Theme.u), 0)
    readonly property color ground: ({
            "jade": Theme.jadeSoft,
            "coral": Theme.coralSoft
        })[after.tone] || Theme.skySoft
    readonly property color deep: ({
            "jade": Theme.jadeDeep,
            "coral": Theme.coralDeep
        })[after.tone] || Theme.skyDeep

    Rectangle {
        id: head
        width: parent.width
        height: Math.max((panel.low ? 84 : 116) * Theme.u, verdict.implicitHeight + (panel.low ? 0 : sub.implicitHeight) + 24 * Theme.u)
        radius: 22 * Theme.u
        color: panel.ground
        Rectangle {
            y: parent.height - height
            width: parent.width
            height: 24 * Theme.u
            color: parent.color
        }
        Rectangle {
            y: parent.height - height
            width: parent.width
            height: Math.max(2, 4 * Theme.u)
            color: panel.deep
        }
        Art {
            id: disc
            x: 28 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            name: "icon/" + panel.after.icon
            width: Math.round((panel.low ? 60 : 84) * Theme.u)
            height: width
        }
        Txt {
            id: verdict
            x: disc.x + disc.width + 24 * Theme.u
            y: (parent.height - implicitHeight - (panel.low ? 0 : sub.implicitHeight)) / 2
            width: parent.width - x - figure.width - 16 * Theme.u
            text: panel.after.head
            size: Math.max(36, Math.min(Theme.pinyin ? 38 : 46, Math.floor(width / Theme.u / text.length)))
            bold: true
            color: panel.deep
        }
        Txt {
            id: sub
            x: verdict.x
            y: verdict.y + verdict.implicitHeight
            width: verdict.width
            text: panel.low ? "" : panel.after.sub
            visible: !panel.low
            size: 28
        }
        Art {
            id: figure
            anchors.right: parent.right
            anchors.rightMargin: 12 * Theme.u
            anchors.bottom: parent.bottom
            name: panel.fight.monster + (panel.fight.state === "idle" ? "" : "-" + panel.fight.state)
            width: Math.round((panel.low ? 84 : 128) * Theme.u)
            height: width
        }
    }
    // The guide keeps the child company where the reasons leave room.
    Art {
        readonly property real side: Math.round(Math.min(340 * Theme.u, column.height - column.used - 24 * Theme.u))
        visible: side > 180 * Theme.u
        name: visible ? (panel.after.verdict === "wrong" ? "yingying-think" : "yingying-cheer") : ""
        width: side
        height: side
        // Drawn once at its largest, and ahead.
        sourceSize: panel.drawn
        x: (parent.width - side) / 2
        y: parent.height - side - 8 * Theme.u
    }
    PagedColumn {
        id: column
        x: 28 * Theme.u
        y: head.height + 14 * Theme.u
        width: parent.width - 2 * x
        height: parent.height - y - 10 * Theme.u
        clip: pages > 1
        spacing: 10 * Theme.u
        page: panel.page
        sizes: {
            const sizes = Theme.pinyin ? [36, 34, 32, 30, 28] : [40, 38, 36, 34, 32, 30, 28];
            return panel.after.steps.length > 0 ? sizes : [44].concat(sizes);
        }
        Repeater {
            model: panel.after.blocks
            ReasonBlock {
                size: column.textSize
                revealed: panel.revealed
                overrides: panel.overrides
            }
        }
    }
}
