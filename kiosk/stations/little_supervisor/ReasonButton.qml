import QtQuick
import kiosk.ui

// A reason to choose, with a ring that is ticked.
Card {
    id: button
    required property string text
    property bool chosen: false
    property var overrides: ({})
    signal tapped
    corner: 36 * Theme.u
    face: chosen ? Theme.light : Theme.paper
    shade: chosen ? Theme.onShade : Theme.paperShade
    sink: finger.down ? band : 0
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Rectangle {
        id: ring
        x: 26 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        width: 52 * Theme.u
        height: width
        radius: width / 2
        color: button.chosen ? Theme.jadeDeep : Theme.white
        border.width: Math.max(2, 5 * Theme.u)
        border.color: Theme.ink
        Art {
            visible: button.chosen
            anchors.centerIn: parent
            name: "icon/check"
            color: "ffffff"
            width: Math.round(34 * Theme.u)
            height: width
        }
    }
    Txt {
        x: ring.x + ring.width + 22 * Theme.u
        width: parent.width - x - 20 * Theme.u
        height: parent.height
        text: button.text
        size: 36
        fit: true
        overrides: button.overrides
    }
    Tap {
        id: finger
        guarded: false
        onHit: button.tapped()
    }
}
