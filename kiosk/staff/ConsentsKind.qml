import QtQuick
import kiosk.ui

// One of the four consents, ticked or not.
Card {
    id: card
    required property var kind
    signal tapped
    contour: 4 * Theme.u
    face: kind.chosen ? Theme.light : Theme.paper
    shade: kind.chosen ? Theme.onShade : Theme.paperShade
    sink: finger.down ? band : 0
    Accessible.role: Accessible.CheckBox
    Accessible.name: kind.name
    Accessible.checked: kind.chosen

    Rectangle {
        id: box
        x: 24 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        width: 60 * Theme.u
        height: width
        radius: 14 * Theme.u
        color: Theme.white
        border.width: 4 * Theme.u
        border.color: Theme.ink
        Art {
            anchors.centerIn: parent
            visible: card.kind.chosen
            name: "icon/check"
            width: Math.round(48 * Theme.u)
            height: width
        }
    }
    Column {
        x: box.x + box.width + 20 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x - 20 * Theme.u
        Txt {
            width: parent.width
            height: 52 * Theme.u
            text: card.kind.name
            size: 36
            bold: true
            fit: true
            wrap: false
        }
        Txt {
            width: parent.width
            height: 80 * Theme.u
            text: card.kind.help
            size: 28
            fit: true
            color: Theme.ink2
        }
    }
    Tap {
        id: finger
        guarded: false
        onHit: card.tapped()
    }
}
