import QtQuick
import kiosk.ui

// A line on the hub: its lantern, its picture, its name. All of it is one target.
Item {
    id: picture
    required property var line
    // Drawing takes some 50 ms: one after the other, so that the screen stands at once.
    property bool drawn: true
    readonly property bool small: height < 270 * Theme.u
    readonly property real lantern: (small ? 60 : 84) * Theme.u
    objectName: "line-" + line.id
    signal tapped
    Accessible.role: Accessible.RadioButton
    Accessible.name: line.name

    Rectangle {
        id: frame
        y: picture.lantern - (picture.small ? 12 : 18) * Theme.u
        width: parent.width
        height: parent.height - y
        radius: 24 * Theme.u
        color: picture.line.chosen ? Theme.light : picture.line.known ? Theme.jadeSoft : Theme.paper
        border.width: Theme.line
        border.color: Theme.ink
        LineImage {
            anchors.fill: parent
            anchors.margins: (picture.small ? 8 : 14) * Theme.u
            anchors.bottomMargin: plate.height + (picture.small ? 0 : 6) * Theme.u
            source: picture.drawn ? picture.line.picture : ""
            opacity: picture.line.lit ? 1 : 0.6
        }
        Item {
            id: plate
            anchors.bottom: parent.bottom
            width: parent.width
            height: (Theme.pinyin ? 76 : picture.small ? 48 : 60) * Theme.u
            Row {
                anchors.centerIn: parent
                spacing: 10 * Theme.u
                Art {
                    visible: picture.line.known
                    anchors.verticalCenter: parent.verticalCenter
                    name: "icon/check-disc"
                    width: Math.round(40 * Theme.u)
                    height: width
                }
                Txt {
                    anchors.verticalCenter: parent.verticalCenter
                    text: picture.line.name
                    size: picture.small ? 30 : 36
                    bold: true
                    wrap: false
                }
            }
        }
    }
    Rectangle {
        visible: picture.line.chosen
        anchors.fill: frame
        anchors.margins: -8 * Theme.u
        radius: 30 * Theme.u
        color: "transparent"
        border.width: 8 * Theme.u
        border.color: Theme.light
    }
    Art {
        name: picture.line.lit ? "lantern" : "lantern-off"
        width: Math.round(picture.lantern * 1.3)
        height: width
        anchors.horizontalCenter: parent.horizontalCenter
        y: -14 * Theme.u
    }
    Tap {
        guarded: false
        onHit: picture.tapped()
    }
}
