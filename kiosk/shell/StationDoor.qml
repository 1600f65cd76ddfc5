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
    signal entered
    implicitWidth: 304 * Theme.u
    implicitHeight: 520 * Theme.u

    Art {
        name: "stations"
        groups: door.building
        width: Math.round(Math.min(parent.width, 304 * Theme.u))
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
        Column {
            anchors.centerIn: parent
            width: parent.width - 24 * Theme.u
            Txt {
                width: parent.width
                height: implicitHeight
                text: door.name
                size: Theme.pinyin ? 36 : 46
                bold: true
                wrap: false
                centred: true
            }
            Txt {
                width: parent.width
                text: door.tagline
                ruby: false
                size: 28
                wrap: false
                centred: true
                color: door.suggested ? Theme.ink : Theme.ink2
            }
        }
    }
    Accessible.role: Accessible.Button
    Accessible.name: name
    Tap {
        id: finger
        onHit: door.entered()
    }
}
