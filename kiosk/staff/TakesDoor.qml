import QtQuick
import kiosk.ui

// A way on, with the number that matters behind it.
Card {
    id: card
    required property var door
    required property var facts
    readonly property bool tight: height < 220 * Theme.u
    signal tapped
    objectName: "door-" + door.key
    contour: 4 * Theme.u
    face: facts.loud ? Theme.coralSoft : Theme.paper
    sink: finger.down ? band : 0
    Accessible.role: Accessible.Button
    Accessible.name: door.name

    Art {
        id: picture
        x: 32 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        name: "icon/" + card.door.icon
        width: Math.round(104 * Theme.u)
        height: width
    }
    Column {
        anchors.left: picture.right
        anchors.leftMargin: 28 * Theme.u
        anchors.right: arrow.left
        anchors.rightMargin: 12 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        spacing: (card.tight ? 0 : 4) * Theme.u
        Txt {
            width: parent.width
            height: (card.tight ? 44 : 52) * Theme.u
            text: card.door.name
            size: card.tight ? 34 : 38
            fit: true
            wrap: false
            color: Theme.ink2
        }
        Txt {
            objectName: "value-" + card.door.key
            width: parent.width
            height: (card.tight ? 70 : 92) * Theme.u
            text: card.facts.value
            size: card.tight ? 54 : 68
            bold: true
            fit: true
            wrap: false
        }
        Txt {
            width: parent.width
            height: (card.tight ? 40 : 44) * Theme.u
            visible: text !== ""
            text: card.facts.note
            size: 30
            bold: true
            fit: true
            wrap: false
            color: card.facts.loud ? Theme.coralDeep : Theme.ink2
        }
    }
    Art {
        id: arrow
        anchors.right: parent.right
        anchors.rightMargin: 24 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        name: "icon/arrow-right"
        width: Math.round(56 * Theme.u)
        height: width
    }
    Tap {
        id: finger
        onHit: card.tapped()
    }
}
