import QtQuick

// Today's lanterns, at the right end of every head.
Item {
    id: lanterns
    property int count: 0
    implicitWidth: pill.width
    implicitHeight: 80 * Theme.u
    Pill {
        id: pill
        anchors.verticalCenter: parent.verticalCenter
        height: parent.height
        width: row.width + 108 * Theme.u
    }
    Art {
        name: "lantern"
        width: Math.round(104 * Theme.u)
        height: width
        x: -4 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
    }
    Row {
        id: row
        x: 88 * Theme.u
        height: parent.height
        spacing: 12 * Theme.u
        Txt {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("今天点亮")
            size: 32
            wrap: false
            color: Theme.paper
        }
        Txt {
            anchors.verticalCenter: parent.verticalCenter
            text: lanterns.count
            ruby: false
            size: 46
            bold: true
            wrap: false
            color: Theme.light
        }
        Txt {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("盏")
            size: 32
            wrap: false
            color: Theme.paper
        }
    }
}
