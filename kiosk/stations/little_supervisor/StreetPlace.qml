import QtQuick
import kiosk.ui

// A street of the map: its name on the round stone, its weather over the roofs, and a note where there is something new.
// The lower edge of its name lies at the stone's lower edge; `unit` is a pixel of the map's picture.
Item {
    id: place
    required property var street
    property real unit: 1
    readonly property real plateBottom: 40 * unit
    readonly property bool fresh: street.waiting > 0
    signal tapped
    objectName: "street-" + street.id
    width: Math.max(276 * unit, Theme.target)
    height: Math.max(290 * unit, Theme.target)

    Rectangle {
        visible: place.fresh
        anchors.fill: parent
        anchors.margins: -6 * Theme.u
        radius: 40 * Theme.u
        color: Qt.alpha(Theme.light, finger.down ? 0.5 : 0.28)
        border.width: 6 * Theme.u
        border.color: Theme.light
    }
    Art {
        id: sky
        name: "weather-" + place.street.weather
        width: Math.round(136 * place.unit)
        height: width
        x: place.width - width * 0.86
        y: -18 * place.unit
        Behavior on name {
            enabled: !Theme.calm
            SequentialAnimation {
                NumberAnimation {
                    target: sky
                    property: "opacity"
                    to: 0.1
                    duration: Theme.quick
                }
                PropertyAction {}
                NumberAnimation {
                    target: sky
                    property: "opacity"
                    to: 1
                    duration: Theme.reveal
                }
            }
        }
    }
    Rectangle {
        id: plate
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        width: Math.max(label.implicitWidth + 36 * Theme.u, 150 * place.unit)
        height: label.implicitHeight + 8 * Theme.u
        radius: 16 * Theme.u
        color: Theme.paper
        border.width: Math.max(2, 4 * Theme.u)
        border.color: Theme.ink
        Txt {
            id: label
            anchors.centerIn: parent
            text: place.street.name
            size: 28
            bold: true
            wrap: false
        }
    }
    Rectangle {
        visible: place.fresh
        x: -10 * Theme.u
        y: -10 * Theme.u
        width: 84 * Theme.u
        height: width
        radius: width / 2
        color: Theme.lantern
        border.width: Math.max(2, 5 * Theme.u)
        border.color: Theme.ink
        Art {
            visible: place.street.player === 0
            anchors.centerIn: parent
            name: "icon/sender-bell"
            width: Math.round(60 * Theme.u)
            height: width
        }
        PlayerMark {
            visible: place.street.player > 0
            anchors.centerIn: parent
            player: place.street.player
            side: 72 * Theme.u
        }
    }
    Tap {
        id: finger
        enabled: place.fresh
        onHit: place.tapped()
    }
}
