import QtQuick
import kiosk.ui

// What a service stick has set, the keys of packs, and the way out of the program.
Item {
    id: place
    property list<string> facts
    signal keysTapped
    signal updateTapped
    signal quitTapped
    height: (Theme.upright ? 270 : 170) * Theme.u

    Txt {
        width: Theme.upright ? parent.width : update.x - Theme.gutter
        height: Theme.upright ? parent.height - keys.height - Theme.gutter : parent.height
        text: place.facts.join("　") + "　" + qsTr("（由服务 U 盘设置）")
        size: 30
        fit: true
        color: Theme.ink2
    }
    BigButton {
        id: keys
        objectName: "keys-open"
        anchors.right: leaving.left
        anchors.rightMargin: 16 * Theme.u
        anchors.bottom: parent.bottom
        words: 34
        icon: "key"
        label: qsTr("题包的钥匙")
        onTapped: place.keysTapped()
    }
    BigButton {
        id: update
        objectName: "update-open"
        anchors.right: keys.left
        anchors.rightMargin: 16 * Theme.u
        anchors.bottom: parent.bottom
        words: 34
        icon: "refresh"
        label: qsTr("更新软件")
        onTapped: place.updateTapped()
    }
    BigButton {
        id: leaving
        objectName: "quit"
        property bool asked: false
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        tone: "rose"
        words: 34
        icon: "leave"
        label: asked ? qsTr("再点一次退出") : qsTr("退出程序")
        onTapped: asked ? place.quitTapped() : asked = true
    }
}
