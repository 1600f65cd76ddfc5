import QtQuick
import kiosk.ui

// One paper: what it is for, and the ways out for it.
Card {
    id: card
    required property var paper
    required property PaperOut out
    signal saved
    signal printed
    contour: 4 * Theme.u

    Art {
        id: picture
        x: 28 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        name: "icon/" + card.paper.icon
        width: Math.round(80 * Theme.u)
        height: width
    }
    Column {
        x: picture.x + picture.width + 24 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        width: ways.x - x - 16 * Theme.u
        Txt {
            width: parent.width
            height: 52 * Theme.u
            text: card.paper.name
            size: 38
            bold: true
            fit: true
            wrap: false
        }
        Txt {
            width: parent.width
            height: 76 * Theme.u
            text: card.paper.help
            size: 28
            fit: true
            color: Theme.ink2
        }
    }
    Row {
        id: ways
        x: parent.width - width - 20 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        spacing: 16 * Theme.u
        BigButton {
            objectName: "save-" + card.paper.key
            width: Math.max(implicitWidth, 136 * Theme.u)
            icon: "usb-stick"
            stacked: true
            words: 28
            label: qsTr("存文件")
            usable: !card.out.busy
            onTapped: card.saved()
        }
        BigButton {
            objectName: "print-" + card.paper.key
            width: Math.max(implicitWidth, 136 * Theme.u)
            icon: "printer"
            stacked: true
            words: 28
            label: qsTr("打印")
            usable: card.out.canPrint && !card.out.busy
            onTapped: card.printed()
        }
    }
}
