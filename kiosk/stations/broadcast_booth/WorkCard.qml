import QtQuick
import kiosk.ui

// A work on the wall: its cover, and below whether a touch plays it or stops it. What plays is ringed with light.
Item {
    id: card
    required property var shown
    readonly property bool playing: shown.playing
    signal tapped
    Accessible.role: Accessible.Button
    Accessible.name: shown.cover.title
    CoverCard {
        width: parent.width
        height: parent.height - foot.height - 12 * Theme.u
        shown: card.shown.cover
    }
    Rectangle {
        id: foot
        y: parent.height - height
        width: parent.width
        height: 84 * Theme.u
        radius: height / 2
        color: card.playing ? Theme.light : Theme.skySoft
        border.width: Theme.line
        border.color: Theme.ink
        Row {
            anchors.centerIn: parent
            spacing: 16 * Theme.u
            Art {
                anchors.verticalCenter: parent.verticalCenter
                name: card.playing ? "icon/stop" : "icon/play"
                width: Math.round(48 * Theme.u)
                height: width
            }
            Txt {
                anchors.verticalCenter: parent.verticalCenter
                text: card.playing ? qsTr("停") : card.shown.seconds
                size: 36
                bold: true
                wrap: false
                ruby: false
            }
            Art {
                visible: card.playing
                anchors.verticalCenter: parent.verticalCenter
                name: "icon/speaker-reading"
                width: Math.round(56 * Theme.u)
                height: width
            }
        }
    }
    Rectangle {
        visible: card.playing
        anchors.fill: parent
        anchors.margins: -8 * Theme.u
        radius: 36 * Theme.u
        color: "transparent"
        border.width: 8 * Theme.u
        border.color: Theme.light
    }
    Tap {
        onHit: card.tapped()
    }
}
