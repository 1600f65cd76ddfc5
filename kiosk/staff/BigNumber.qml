import QtQuick
import kiosk.ui

// One number that matters, with its name and a word beside it.
Card {
    id: figure
    property string name: ""
    property string value: ""
    property string unit: ""
    property string note: ""
    property string picture: ""
    property color numberColor: Theme.ink
    contour: 4 * Theme.u

    Row {
        x: 32 * Theme.u
        y: 16 * Theme.u
        spacing: 20 * Theme.u
        Txt {
            anchors.verticalCenter: parent.verticalCenter
            text: figure.name
            size: 36
            wrap: false
            color: Theme.ink2
        }
        Pill {
            visible: figure.note !== ""
            height: 52 * Theme.u
            text: figure.note
            size: 28
            ground: Theme.jadeSoft
            edge: Theme.jadeSoft
            wordColor: Theme.ink
        }
    }
    Row {
        x: 32 * Theme.u
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 0
        spacing: 12 * Theme.u
        Txt {
            id: number
            text: figure.value
            size: 88
            bold: true
            wrap: false
            color: figure.numberColor
        }
        Txt {
            y: number.height - height - 22 * Theme.u
            text: figure.unit
            size: 36
            wrap: false
        }
    }
    Art {
        anchors.right: parent.right
        anchors.rightMargin: 28 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        name: figure.picture
        width: Math.round(112 * Theme.u)
        height: width
    }
}
