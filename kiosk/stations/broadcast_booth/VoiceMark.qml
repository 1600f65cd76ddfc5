import QtQuick
import kiosk.ui

// One of two voices, by colour, name and shape at once: 小灯 is round and blue, 小船 a diamond in orange.
Rectangle {
    id: mark
    required property int voice
    property bool strong: false
    readonly property bool round: voice === 1
    readonly property color tint: round ? Theme.skyShade : Theme.glow
    implicitWidth: Math.max(178 * Theme.u, row.width + 44 * Theme.u)
    implicitHeight: 64 * Theme.u
    radius: round ? height / 2 : 12 * Theme.u
    color: strong ? tint : Theme.deepest
    border.width: Math.max(2, 4 * Theme.u)
    border.color: strong ? Theme.ink : tint
    Row {
        id: row
        anchors.centerIn: parent
        spacing: 14 * Theme.u
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: (mark.round ? 26 : 22) * Theme.u
            height: width
            radius: mark.round ? width / 2 : 2 * Theme.u
            rotation: mark.round ? 0 : 45
            color: mark.strong ? Theme.ink : mark.tint
        }
        Txt {
            anchors.verticalCenter: parent.verticalCenter
            text: mark.round ? qsTr("小灯") : qsTr("小船")
            ruby: false
            size: 32
            bold: true
            wrap: false
            color: mark.strong ? Theme.ink : Theme.white
        }
    }
}
