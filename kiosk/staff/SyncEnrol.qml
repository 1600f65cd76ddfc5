import QtQuick
import kiosk.ui

// Something was scanned: whose hub it is, so that nobody ties the kiosk to another by mistake.
Card {
    id: card
    required property SyncEnrolling enrolling
    contour: 4 * Theme.u
    face: Theme.glowSoft
    Column {
        x: 48 * Theme.u
        y: 48 * Theme.u
        width: parent.width - 96 * Theme.u
        spacing: 32 * Theme.u
        Txt {
            width: parent.width
            text: qsTr("要接入这个云端吗？")
            size: 52
            bold: true
        }
        Txt {
            objectName: "sync-scanned"
            width: parent.width
            text: card.enrolling.url
            size: 48
            bold: true
        }
        Txt {
            width: parent.width
            text: card.enrolling.mark
            size: 36
        }
        Txt {
            width: parent.width
            text: qsTr("请核对网址是不是自己单位的云端。接入以后，展台上的记录会送到那里。")
            size: 36
            color: Theme.ink2
        }
        BigButton {
            objectName: "sync-enrol-cancel"
            width: 480 * Theme.u
            label: qsTr("不接入")
            icon: "arrow-left"
            tone: "paper"
            onTapped: card.enrolling.cancel()
        }
    }
}
