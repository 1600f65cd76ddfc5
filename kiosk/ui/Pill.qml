import QtQuick

// A small capsule for information in the head of a screen; nothing to touch.
Rectangle {
    id: pill
    property string text: ""
    property string icon: ""
    property color wordColor: Theme.white
    property color ground: Qt.alpha(Theme.deepest, 0.85)
    property color edge: Theme.pillEdge
    property real size: 32
    property bool bold: false
    property bool ruby: Theme.pinyin
    color: ground
    border.color: edge
    border.width: Math.max(1, 4 * Theme.u)
    implicitHeight: 80 * Theme.u
    implicitWidth: row.implicitWidth + 56 * Theme.u
    radius: height / 2
    Row {
        id: row
        anchors.centerIn: parent
        spacing: 10 * Theme.u
        Art {
            visible: pill.icon !== ""
            anchors.verticalCenter: parent.verticalCenter
            name: pill.icon === "" ? "" : "icon/" + pill.icon
            width: Math.round(pill.size * 1.1 * Theme.u)
            height: width
        }
        Txt {
            anchors.verticalCenter: parent.verticalCenter
            text: pill.text
            size: pill.size
            bold: pill.bold
            ruby: pill.ruby
            color: pill.wordColor
            wrap: false
        }
    }
}
