import QtQuick
import kiosk.ui

// A value between a step back and a step on.
Card {
    id: card
    property string name: ""
    property string value: ""
    property string prefix: ""
    property bool backUsable: true
    property bool onUsable: true
    signal stepped(int direction)
    height: 148 * Theme.u
    contour: 4 * Theme.u

    Txt {
        x: 28 * Theme.u
        width: less.x - x - 16 * Theme.u
        height: parent.height
        text: card.name
        size: 34
        bold: true
        fit: true
    }
    BigButton {
        id: less
        objectName: card.prefix + "-less"
        x: parent.width * 0.30
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.target
        icon: "arrow-left"
        guarded: false
        usable: card.backUsable
        onTapped: card.stepped(-1)
    }
    Txt {
        objectName: card.prefix + "-value"
        x: less.x + less.width + 12 * Theme.u
        width: more.x - x - 12 * Theme.u
        height: parent.height
        text: card.value
        size: 38
        bold: true
        fit: true
        centred: true
        wrap: false
    }
    BigButton {
        id: more
        objectName: card.prefix + "-more"
        anchors.right: parent.right
        anchors.rightMargin: 12 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.target
        icon: "arrow-right"
        guarded: false
        usable: card.onUsable
        onTapped: card.stepped(1)
    }
}
