import QtQuick
import kiosk.ui

// A way on: a picture, what is behind it, and what it is for.
Card {
    id: door
    property string picture: ""
    property string name: ""
    property string about: ""
    signal tapped
    contour: 4 * Theme.u
    corner: 36 * Theme.u
    sink: finger.down ? band : 0
    Accessible.role: Accessible.Button
    Accessible.name: name

    Art {
        id: art
        x: 36 * Theme.u
        y: (door.innerHeight - height) / 2
        name: door.picture
        width: Math.round(Math.min(150 * Theme.u, door.innerHeight - 48 * Theme.u))
        height: width
    }
    Column {
        anchors.verticalCenter: parent.verticalCenter
        x: art.x + art.width + 32 * Theme.u
        width: parent.width - x - 32 * Theme.u
        spacing: 8 * Theme.u
        Txt {
            width: parent.width
            text: door.name
            size: 44
            bold: true
            wrap: false
        }
        Txt {
            width: parent.width
            height: Math.min(implicitHeight, door.innerHeight - 110 * Theme.u)
            text: door.about
            size: 32
            fit: true
            color: Theme.ink2
        }
    }
    Tap {
        id: finger
        onHit: door.tapped()
    }
}
