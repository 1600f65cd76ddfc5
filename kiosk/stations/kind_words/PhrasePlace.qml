import QtQuick
import kiosk.ui

// A place of the sentence, with what may be said there.
Rectangle {
    id: spot
    required property var place
    required property int number
    required property bool said
    signal tapped
    visible: !said || place.full
    x: place.x
    y: place.y
    width: place.width
    height: place.height
    radius: 28 * Theme.u
    color: Qt.alpha(Theme.deepest, place.lit ? 0.94 : 0.82)
    border.width: Math.max(2, (place.lit ? 9 : 5) * Theme.u)
    border.color: place.lit ? Theme.light : Theme.glowLight
    Accessible.role: Accessible.Button
    Accessible.name: place.ghost
    Txt {
        anchors.fill: parent
        anchors.margins: 16 * Theme.u
        text: spot.number + "  " + spot.place.ghost
        size: 32
        centred: true
        fit: true
        color: spot.place.lit ? Theme.light : Theme.glowLight
    }
    Tap {
        guarded: false
        enabled: !spot.said
        onHit: spot.tapped()
    }
}
