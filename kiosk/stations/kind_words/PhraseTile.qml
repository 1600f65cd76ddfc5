pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A phrase: touched, or dragged by a finger of its own. It glides to where it lies.
Item {
    id: tile
    required property var shown
    required property bool said
    readonly property bool held: shown.held ?? false
    readonly property string judged: shown.judged ?? ""
    // How far a finger has carried it, in pixels.
    property point carried: Qt.point(0, 0)
    signal tapped
    signal dropped(real x, real y)

    visible: shown.there ?? false
    x: (shown.x ?? 0) + carried.x
    y: (shown.y ?? 0) + carried.y - (held && !drag.active ? 8 * Theme.u : 0)
    z: drag.active ? 3 : held ? 2 : 1
    width: shown.width ?? 0
    height: shown.height ?? 0
    Accessible.role: Accessible.Button
    Accessible.name: shown.text ?? ""

    component Glide: NumberAnimation {
        duration: 250
        easing.type: Easing.OutCubic
    }
    Behavior on x {
        enabled: !drag.active && !Theme.calm
        Glide {}
    }
    Behavior on y {
        enabled: !drag.active && !Theme.calm
        Glide {}
    }
    function letGo(): void {
        if (Math.hypot(carried.x, carried.y) > 40 * Theme.u)
            dropped(x + width / 2, y + height / 2);
        carried = Qt.point(0, 0);
    }

    Rectangle {
        visible: tile.held
        anchors.fill: parent
        anchors.margins: -9 * Theme.u
        radius: 34 * Theme.u
        color: Theme.light
    }
    Card {
        anchors.fill: parent
        corner: 26 * Theme.u
        face: tile.judged === "good" ? Theme.jadeSoft : tile.judged === "bad" ? Theme.coralSoft : tile.held || drag.active ? Theme.glowSoft : Theme.paper
        shade: tile.judged === "good" ? Theme.skyShade : tile.judged === "bad" ? Theme.roseShade : tile.held || drag.active ? Theme.glowShade : Theme.paperShade
        Txt {
            x: 34 * Theme.u
            y: 4 * Theme.u
            width: parent.width - 2 * x
            height: parent.height - 8 * Theme.u
            text: tile.shown.text ?? ""
            size: 38
            bold: true
            centred: true
            fit: true
        }
    }
    Art {
        visible: tile.judged !== ""
        name: tile.judged === "good" ? "icon/check-disc" : "icon/turn-back-disc"
        width: Math.round(56 * Theme.u)
        height: width
        x: parent.width - width * 0.75
        y: -height * 0.25
    }
    Tap {
        guarded: false
        enabled: !tile.said
        onHit: tile.tapped()
    }
    DragHandler {
        id: drag
        target: null
        enabled: !tile.said
        onActiveTranslationChanged: if (active)
            tile.carried = Qt.point(activeTranslation.x, activeTranslation.y)
        onActiveChanged: if (!active)
            tile.letGo()
    }
}
