import QtQuick

// What somebody says: a card with a small tail on its left or right side.
Item {
    id: bubble
    property string text: ""
    property string strong: ""
    property bool tailLeft: true
    property real size: 36
    property real maximum: 560 * Theme.u
    implicitWidth: Math.min(maximum, Math.max(first.implicitWidth, second.implicitWidth) + 84 * Theme.u)
    implicitHeight: column.height + 56 * Theme.u

    Card {
        anchors.fill: parent
        contour: Math.max(2, 5 * Theme.u)
    }
    Rectangle {
        readonly property real side: 26 * Theme.u
        width: side
        height: side
        x: bubble.tailLeft ? -side * 0.42 : bubble.width - side * 0.58
        y: Math.min(bubble.height / 2 - side / 2, 64 * Theme.u)
        rotation: 45
        color: Theme.ink
        Rectangle {
            anchors.fill: parent
            anchors.margins: 5 * Theme.u
            color: Theme.paper
        }
    }
    Rectangle {
        width: 30 * Theme.u
        height: 52 * Theme.u
        x: bubble.tailLeft ? 5 * Theme.u : bubble.width - 35 * Theme.u
        y: Math.min(bubble.height / 2 - 26 * Theme.u, 51 * Theme.u)
        color: Theme.paper
    }
    Column {
        id: column
        x: 42 * Theme.u
        y: 22 * Theme.u
        width: bubble.width - 84 * Theme.u
        Txt {
            id: first
            visible: bubble.text !== ""
            width: parent.width
            text: bubble.text
            size: bubble.size
        }
        Txt {
            id: second
            visible: bubble.strong !== ""
            width: parent.width
            text: bubble.strong
            size: bubble.size
            bold: true
        }
    }
}
