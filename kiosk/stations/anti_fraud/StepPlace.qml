import QtQuick
import kiosk.ui

// One place in an order: its number, and the step that was placed there. The next one to be filled is light.
Card {
    id: place
    required property int number
    property bool next: false
    property string label: ""
    property real size: 34
    property var overrides: ({})
    signal tapped
    readonly property bool filled: label !== ""
    face: filled ? Theme.paper : Theme.deck
    shade: filled ? Theme.paperShade : Theme.deckShade
    sink: finger.down ? band : 0
    Accessible.role: Accessible.Button
    Accessible.name: label

    Rectangle {
        id: disc
        x: (place.width < 400 * Theme.u ? 12 : 20) * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        width: 60 * Theme.u
        height: width
        radius: width / 2
        color: place.filled ? Theme.light : place.next ? Theme.light : "transparent"
        border.width: Math.max(2, 4 * Theme.u)
        border.color: place.filled || place.next ? Theme.ink : Theme.pillEdge
        Txt {
            anchors.centerIn: parent
            text: place.number
            ruby: false
            size: 36
            bold: true
            wrap: false
            color: place.filled || place.next ? Theme.ink : Theme.mist
        }
    }
    Txt {
        x: disc.x + disc.width + 16 * Theme.u
        width: parent.width - x - 8 * Theme.u
        height: parent.height
        text: place.label
        size: place.size
        bold: true
        fit: true
        overrides: place.overrides
    }
    Tap {
        id: finger
        guarded: false
        enabled: place.filled
        onHit: place.tapped()
    }
}
