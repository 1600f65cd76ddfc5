import QtQuick
import kiosk.ui

// Somebody to tell, and how. As tall as its words need, or taller.
Card {
    id: person
    required property var who
    property real least: 0
    width: 400 * Theme.u
    height: Math.max(least, words.height + 40 * Theme.u)
    contour: Math.max(2, 4 * Theme.u)
    Art {
        id: face
        name: "icon/" + person.who.icon
        width: Math.round(84 * Theme.u)
        height: width
        x: 24 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        id: words
        x: face.x + face.width + 20 * Theme.u
        width: parent.width - x - 16 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        Txt {
            width: parent.width
            text: person.who.who
            size: 38
            bold: true
        }
        Txt {
            width: parent.width
            visible: text !== ""
            text: person.who.number ?? ""
            ruby: false
            size: 44
            bold: true
            fit: true
            wrap: false
            height: visible ? 60 * Theme.u : 0
        }
        Txt {
            width: parent.width
            text: person.who.how
            size: 30
            color: Theme.ink2
        }
    }
}
