import QtQuick
import kiosk.ui

// Words to choose, with an icon where there is one; a tick stands on it once it is chosen.
Card {
    id: tile
    property string words: ""
    property string icon: ""
    property bool chosen: false
    property bool ticked: chosen
    property bool usable: true
    signal tapped
    corner: 24 * Theme.u
    face: chosen ? Theme.glowSoft : usable ? Theme.paper : Theme.noteGround
    shade: chosen ? Theme.glowShade : Theme.paperShade
    sink: finger.down ? band : 0
    Accessible.role: Accessible.Button
    Accessible.name: words
    Art {
        id: sign
        visible: tile.icon !== ""
        name: tile.icon === "" ? "" : "icon/" + tile.icon
        width: visible ? Math.round(60 * Theme.u) : 0
        height: width
        x: 14 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
    }
    Txt {
        x: sign.x + sign.width + 12 * Theme.u
        y: 4 * Theme.u
        width: parent.width - x - 20 * Theme.u
        height: parent.height - 8 * Theme.u
        text: tile.words
        size: 38
        bold: tile.chosen
        fit: true
        color: tile.usable ? Theme.ink : Theme.ink2
    }
    Art {
        visible: tile.ticked
        name: "icon/check-disc"
        width: Math.round(52 * Theme.u)
        height: width
        x: parent.width - width + 10 * Theme.u
        y: -10 * Theme.u
    }
    Tap {
        id: finger
        guarded: false
        enabled: tile.usable
        onHit: tile.tapped()
    }
}
