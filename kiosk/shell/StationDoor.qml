import QtQuick
import kiosk.ui

// A building on the bank with its plaque; both together are one target.
Item {
    id: door
    required property string key
    required property string name
    required property string tagline
    required property string building
    property bool suggested: false
    // Its place on the stamp card: the seal once it is earned, else a place that waits.
    property string stamp: ""
    property bool earned: false
    // How high the name is, in pixels of the design; it shrinks where it is too long.
    property real words: 46
    signal entered
    implicitWidth: 304 * Theme.u
    implicitHeight: 520 * Theme.u

    Art {
        name: "stations"
        groups: door.building
        width: Math.round(Math.min(parent.width, 304 * Theme.u, (parent.height - plaque.height + 14 * Theme.u) / 1.42))
        height: Math.round(width * 1.42)
        verticalAlignment: Image.AlignBottom
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: plaque.top
        anchors.bottomMargin: -14 * Theme.u
    }
    Card {
        id: plaque
        width: parent.width
        height: 134 * Theme.u
        anchors.bottom: parent.bottom
        face: door.suggested ? Theme.light : Theme.paper
        shade: door.suggested ? Theme.lightShade : Theme.paperShade
        sink: finger.down ? band : 0
        Txt {
            id: nameText
            x: 12 * Theme.u
            y: 4 * Theme.u
            width: parent.width - 2 * x
            height: (Theme.pinyin ? 74 : 62) * Theme.u
            text: door.name
            size: Theme.pinyin ? 36 : door.words
            bold: true
            wrap: false
            centred: true
            fit: true
        }
        Txt {
            x: nameText.x
            y: nameText.y + nameText.height - 4 * Theme.u
            width: nameText.width
            height: parent.height - y - 6 * Theme.u
            text: door.tagline
            ruby: false
            size: 28
            wrap: false
            centred: true
            fit: true
            color: door.suggested ? Theme.ink : Theme.ink2
        }
    }
    Art {
        objectName: door.earned ? "stamp-" + door.key : ""
        name: door.stamp
        width: Math.round((door.earned ? 104 : 84) * Theme.u)
        height: width
        rotation: door.earned ? -9 : 0
        x: Math.round(plaque.x + plaque.width - width * 0.8)
        y: Math.round(plaque.y - height * 0.86)
    }
    Accessible.role: Accessible.Button
    Accessible.name: name
    Tap {
        id: finger
        onHit: door.entered()
    }
}
