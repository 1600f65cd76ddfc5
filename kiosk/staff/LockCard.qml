import QtQuick
import kiosk.ui

// A password that is shown once, before the file that it opens is made.
Card {
    id: card
    required property ExportLock lock
    visible: lock.code !== ""
    contour: 4 * Theme.u
    face: Theme.glowSoft

    Column {
        anchors.centerIn: parent
        width: parent.width - 96 * Theme.u
        spacing: 28 * Theme.u
        Txt {
            width: parent.width
            text: qsTr("先把密码抄下来")
            size: 56
            bold: true
            centred: true
        }
        Txt {
            objectName: "lock-code"
            width: parent.width
            text: card.lock.code
            size: Theme.upright ? 68 : 96
            bold: true
            centred: true
            wrap: false
        }
        Txt {
            width: parent.width
            text: qsTr("一共 20 个数字，打开文件时连着输，不用输空格。密码只显示这一次，展台不会留下它：丢了就只能再导一份。纸条和 U 盘分开放。")
            size: 34
            centred: true
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gutter
            BigButton {
                objectName: "lock-cancel"
                words: 36
                label: qsTr("先不导了")
                onTapped: card.lock.cancel()
            }
            BigButton {
                objectName: "lock-go-on"
                words: 36
                tone: "primary"
                label: qsTr("抄好了，写文件")
                onTapped: card.lock.goOn()
            }
        }
    }
}
