import QtQuick
import kiosk.ui

// A small light that rises over the finished picture, a way of its own each.
Item {
    id: fly
    required property int number
    required property bool started
    required property size ground
    readonly property real side: (14 + number * 7 % 10) * Theme.u
    readonly property real from: ground.width * (number * 37 % 100) / 100
    visible: false
    onStartedChanged: if (started)
        rise.restart()
    Component.onCompleted: if (started)
        rise.restart()
    Rectangle {
        anchors.centerIn: parent
        width: fly.side * 2.2
        height: width
        radius: width / 2
        color: Qt.alpha(Theme.light, 0.3)
    }
    Rectangle {
        anchors.centerIn: parent
        width: fly.side
        height: width
        radius: width / 2
        color: Theme.light
    }
    SequentialAnimation {
        id: rise
        PauseAnimation {
            duration: 300 + fly.number * 130
        }
        PropertyAction {
            target: fly
            property: "visible"
            value: true
        }
        ParallelAnimation {
            NumberAnimation {
                target: fly
                property: "y"
                from: fly.ground.height + fly.side
                to: -2 * fly.side
                duration: 2600 + fly.number * 53 % 900
            }
            NumberAnimation {
                target: fly
                property: "x"
                from: fly.from
                to: fly.from + (fly.number % 2 ? 90 : -90) * Theme.u
                duration: 2600
                easing.type: Easing.InOutSine
            }
        }
        PropertyAction {
            target: fly
            property: "visible"
            value: false
        }
    }
}
