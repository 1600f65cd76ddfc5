import QtQuick
import kiosk.ui

// Nobody has touched for a while. Any touch ends this; the shell sees every finger.
Item {
    id: countdown
    property int seconds: 0
    Rectangle {
        anchors.fill: parent
        color: Qt.alpha(Theme.deepest, 0.7)
    }
    MouseArea {
        anchors.fill: parent
    }
    Card {
        anchors.centerIn: parent
        width: Math.min(1140 * Theme.u, countdown.width - 2 * Theme.margin)
        height: (Theme.pinyin ? 680 : 580) * Theme.u
        Art {
            id: guide
            name: "yingying-think"
            width: Math.round(360 * Theme.u)
            height: width
            x: 24 * Theme.u
            y: 40 * Theme.u
        }
        Column {
            x: 400 * Theme.u
            y: 48 * Theme.u
            width: parent.width - x - 40 * Theme.u
            spacing: 12 * Theme.u
            Txt {
                width: parent.width
                text: qsTr("还在吗？点一下就接着玩。")
                size: 46
                bold: true
            }
            Txt {
                width: parent.width
                text: qsTr("数到 0，灯会休息一下。")
                size: 36
                color: Theme.ink2
            }
            Txt {
                text: countdown.seconds
                size: 110
                bold: true
                wrap: false
                ruby: false
                color: Theme.coralDeep
            }
        }
        BigButton {
            objectName: "still-here"
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 24 * Theme.u
            width: 420 * Theme.u
            tone: "primary"
            label: qsTr("我还在")
            guarded: false
        }
    }
}
