import QtQuick
import kiosk.ui

// One of the three ways of the booth, and what it means.
Card {
    id: card
    required property var way
    signal tapped
    contour: 4 * Theme.u
    face: way.chosen ? Theme.light : Theme.paper
    shade: way.chosen ? Theme.onShade : Theme.paperShade
    sink: finger.down ? band : 0
    Accessible.role: Accessible.RadioButton
    Accessible.name: way.name

    Txt {
        id: name
        x: 24 * Theme.u
        y: 10 * Theme.u
        width: parent.width - 48 * Theme.u - (card.way.chosen ? 60 * Theme.u : 0)
        height: 50 * Theme.u
        text: card.way.name
        size: 38
        bold: true
        fit: true
        wrap: false
    }
    Art {
        visible: card.way.chosen
        anchors.right: parent.right
        anchors.rightMargin: 20 * Theme.u
        y: 12 * Theme.u
        name: "icon/check"
        width: Math.round(48 * Theme.u)
        height: width
    }
    Txt {
        x: 24 * Theme.u
        y: name.y + name.height
        width: parent.width - 48 * Theme.u
        height: parent.height - y - 8 * Theme.u
        text: card.way.help
        size: 28
        fit: true
        color: card.way.chosen ? Theme.ink : Theme.ink2
    }
    Tap {
        id: finger
        onHit: card.tapped()
    }
}
