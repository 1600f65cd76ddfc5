import QtQuick

// A card: ink contour, face, and a band of a darker copy along its lower edge. Children lie on the face.
Item {
    id: card
    property color face: Theme.paper
    property color shade: Theme.paperShade
    property real corner: 28 * Theme.u
    property real band: 10 * Theme.u
    property real contour: Theme.line
    property real sink: 0
    readonly property real innerHeight: height - band - 2 * contour
    default property alias content: inner.data

    Rectangle {
        anchors.fill: parent
        radius: card.corner
        color: Theme.ink
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: card.contour
        radius: card.corner - card.contour
        color: card.shade
    }
    Rectangle {
        id: inner
        x: card.contour
        y: card.contour + card.sink
        width: card.width - 2 * card.contour
        height: card.innerHeight
        radius: card.corner - card.contour
        color: card.face
    }
}
