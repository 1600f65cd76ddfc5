import QtQuick
import kiosk.ui

// One thing that can be read, with how much of it has been.
Card {
    id: card
    required property var source
    readonly property bool whole: source.count === source.total
    signal tapped
    contour: 4 * Theme.u
    face: whole ? Theme.jadeSoft : Theme.paper
    sink: finger.down ? band : 0
    Accessible.role: Accessible.Button
    Accessible.name: source.title
    Txt {
        x: 32 * Theme.u
        width: share.x - x - Theme.gutter
        height: parent.height
        text: card.source.title
        size: 40
        bold: true
        fit: true
    }
    Rectangle {
        id: share
        anchors.right: numbers.left
        anchors.rightMargin: Theme.gutter
        anchors.verticalCenter: parent.verticalCenter
        width: 200 * Theme.u
        height: 28 * Theme.u
        radius: height / 2
        color: Theme.paperShade
        Rectangle {
            width: parent.width * card.source.count / Math.max(1, card.source.total)
            height: parent.height
            radius: height / 2
            color: Theme.jade
        }
    }
    Txt {
        id: numbers
        anchors.right: arrow.left
        anchors.rightMargin: 16 * Theme.u
        width: 170 * Theme.u
        height: parent.height
        text: card.source.count + " / " + card.source.total
        size: 36
        fit: true
        centred: true
        wrap: false
    }
    Art {
        id: arrow
        anchors.right: parent.right
        anchors.rightMargin: 24 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        name: card.whole ? "icon/check-disc" : "icon/microphone"
        width: Math.round(60 * Theme.u)
        height: width
    }
    Tap {
        id: finger
        onHit: card.tapped()
    }
}
