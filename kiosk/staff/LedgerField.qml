import QtQuick
import kiosk.ui

// A number that is typed on the pad: lit while the pad types into it.
Card {
    id: field
    property string name: ""
    property string value: ""
    property string unit: ""
    property bool chosen: false
    signal picked
    contour: (chosen ? 8 : 4) * Theme.u
    face: chosen ? Theme.glowSoft : Theme.paper

    Txt {
        x: 28 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        text: field.name
        size: 36
        bold: true
        wrap: false
    }
    Txt {
        anchors.right: parent.right
        anchors.rightMargin: 28 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        text: (field.value === "" ? "–" : field.value) + (field.unit === "" ? "" : " " + field.unit)
        size: 52
        bold: true
        wrap: false
    }
    Tap {
        onHit: field.picked()
    }
}
