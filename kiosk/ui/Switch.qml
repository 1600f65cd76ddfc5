import QtQuick

// A switch of the bar: picture above its word, a tick when it is on, an empty ring when it is off.
BigButton {
    id: control
    property bool on: false
    property bool marked: true
    tone: on ? "light" : "off"
    stacked: true
    words: 28
    implicitWidth: Math.max(136 * Theme.u, Theme.target)
    Rectangle {
        visible: control.marked
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 8 * Theme.u
        width: 30 * Theme.u
        height: width
        radius: width / 2
        color: control.on ? Theme.jadeDeep : "transparent"
        border.width: 3 * Theme.u
        border.color: control.on ? Theme.ink : Theme.mist
        Art {
            visible: control.on
            anchors.centerIn: parent
            name: "icon/check"
            color: "ffffff"
            width: Math.round(20 * Theme.u)
            height: width
        }
    }
}
