import QtQuick
import kiosk.ui

// The screen is being wiped: no finger gets through until the count is over.
Rectangle {
    id: cleaning
    property int seconds: 0
    objectName: "cleaning"
    color: Theme.night
    Column {
        anchors.centerIn: parent
        width: parent.width - 4 * Theme.margin
        spacing: 28 * Theme.u
        Art {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "icon/lock"
            width: Math.round(200 * Theme.u)
            height: width
        }
        Txt {
            width: parent.width
            text: qsTr("正在擦屏幕")
            size: 84
            bold: true
            centred: true
            color: Theme.paper
        }
        Txt {
            width: parent.width
            text: cleaning.seconds > 0 ? qsTr("放心擦，点到哪里都没关系。") : qsTr("手拿开，马上就好。")
            size: 44
            centred: true
            color: Theme.glowLight
        }
        Txt {
            objectName: "cleaning-seconds"
            width: parent.width
            text: cleaning.seconds
            size: 200
            bold: true
            centred: true
            ruby: false
            color: Theme.light
        }
    }
}
