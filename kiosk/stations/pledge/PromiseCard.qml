import QtQuick
import kiosk.ui

// A promise to choose: icon, words, and which of the three it is.
Card {
    id: card
    required property var promise
    readonly property bool chosen: promise.number > 0
    signal tapped
    corner: 24 * Theme.u
    face: chosen ? Theme.glowSoft : Theme.paper
    shade: chosen ? Theme.glowShade : Theme.paperShade
    sink: finger.down ? band : 0
    Accessible.role: Accessible.Button
    Accessible.name: promise.text
    Art {
        id: sign
        name: "icon/" + card.promise.icon
        width: Math.round(60 * Theme.u)
        height: width
        x: 14 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
    }
    Txt {
        x: sign.x + sign.width + 12 * Theme.u
        y: 4 * Theme.u
        width: parent.width - x - 14 * Theme.u
        height: parent.height - 8 * Theme.u
        text: card.promise.text
        size: 34
        bold: card.chosen
        fit: true
        color: card.promise.usable ? Theme.ink : Theme.ink2
    }
    Rectangle {
        visible: card.chosen
        width: 52 * Theme.u
        height: width
        radius: width / 2
        x: -8 * Theme.u
        y: -8 * Theme.u
        color: Theme.jadeDeep
        border.width: Math.max(2, 4 * Theme.u)
        border.color: Theme.ink
        Txt {
            anchors.centerIn: parent
            text: card.promise.number
            ruby: false
            size: 30
            bold: true
            wrap: false
            color: Theme.white
        }
    }
    Tap {
        id: finger
        guarded: false
        onHit: card.tapped()
    }
}
