import QtQuick
import kiosk.ui

// A child is through while others still read: something to be glad of, and no hurry for anybody.
Item {
    id: over
    required property SideViewModel side

    Column {
        anchors.centerIn: parent
        width: parent.width - 48 * Theme.u
        spacing: 14 * Theme.u
        Art {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "yingying-cheer"
            width: Math.round(Math.min(340 * Theme.u, over.height * 0.46))
            height: width
        }
        Txt {
            width: parent.width
            height: implicitHeight
            text: over.side.done.head || ""
            size: 44
            bold: true
            centred: true
            color: Theme.light
        }
        Txt {
            width: parent.width
            height: implicitHeight
            text: over.side.done.praise || ""
            size: 36
            centred: true
            color: Theme.paper
        }
        Txt {
            width: parent.width
            height: implicitHeight
            text: over.side.done.wait || ""
            size: 30
            centred: true
            color: Theme.mist
        }
    }
}
