import QtQuick
import kiosk.ui

// A script to pick: its picture, title, level and how long it takes.
Card {
    id: card
    required property var shown
    readonly property real pad: 18 * Theme.u
    readonly property bool down: finger.down
    signal tapped
    sink: down ? band : 0
    Accessible.role: Accessible.Button
    Accessible.name: shown.title
    Art {
        id: motif
        anchors.horizontalCenter: parent.horizontalCenter
        y: 8 * Theme.u
        name: card.shown.motif
        width: Math.round(Math.min(150 * Theme.u, card.innerHeight * 0.4))
        height: width
    }
    Art {
        visible: card.shown.duet
        x: card.width - width - 2 * card.pad
        y: card.pad
        name: "icon/two-people"
        width: Math.round(52 * Theme.u)
        height: width
    }
    Txt {
        x: card.pad
        y: motif.y + motif.height
        width: card.width - 2 * card.pad - 2 * card.contour
        height: card.innerHeight - y - foot.height - 20 * Theme.u
        text: card.shown.title
        size: 36
        bold: true
        fit: true
        centred: true
    }
    Row {
        id: foot
        anchors.horizontalCenter: parent.horizontalCenter
        y: card.innerHeight - height - 14 * Theme.u
        spacing: 10 * Theme.u
        Pill {
            height: 46 * Theme.u
            implicitWidth: width
            width: level.implicitWidth + 28 * Theme.u
            ground: Theme.skySoft
            edge: Theme.skyShade
            Txt {
                id: level
                anchors.centerIn: parent
                text: card.shown.level
                ruby: false
                size: 28
                wrap: false
                color: Theme.skyDeep
            }
        }
        Txt {
            anchors.verticalCenter: parent.verticalCenter
            text: card.shown.about
            ruby: false
            size: 28
            wrap: false
            color: Theme.ink2
        }
    }
    Tap {
        id: finger
        onHit: card.tapped()
    }
}
