pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The pages of one tab of the bar, over the page; a touch beside it closes it.
Item {
    id: menu
    property var tab: null
    // Where the tab stands, across.
    property real at: 0
    readonly property var pages: tab?.pages ?? []
    signal picked(string page)
    signal closed
    visible: tab !== null

    Rectangle {
        anchors.fill: parent
        color: Qt.alpha(Theme.night, 0.35)
    }
    // An area of its own: a touch that closes the menu must not reach the page below.
    MultiPointTouchArea {
        objectName: "menu-beside"
        anchors.fill: parent
        mouseEnabled: true
        onReleased: menu.closed()
    }
    Card {
        id: sheet
        readonly property real gap: 16 * Theme.u
        width: menu.pages.length * 220 * Theme.u + (menu.pages.length + 1) * gap + 2 * contour
        height: Theme.target + 2 * gap + band + 2 * contour
        x: Math.max(Theme.margin, Math.min(menu.width - Theme.margin - width, menu.at - width / 2))
        y: menu.height - height - 16 * Theme.u
        Row {
            x: sheet.gap
            y: sheet.gap
            spacing: sheet.gap
            layoutDirection: Theme.leftHanded ? Qt.RightToLeft : Qt.LeftToRight
            Repeater {
                model: menu.pages
                BigButton {
                    required property var modelData
                    objectName: "page-" + modelData.key
                    width: 220 * Theme.u
                    stacked: true
                    words: 32
                    icon: modelData.icon
                    label: modelData.name
                    tone: modelData.here ? "light" : "sky"
                    guarded: false
                    onTapped: menu.picked(modelData.key)
                }
            }
        }
    }
}
