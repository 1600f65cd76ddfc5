import QtQuick
import kiosk.ui

// The ways onto paper for a recovery code that is shown once.
Column {
    id: ways
    required property RecoveryPaper paper
    spacing: 16 * Theme.u

    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.gutter
        BigButton {
            objectName: "code-print"
            icon: "printer"
            words: 34
            label: qsTr("打印")
            usable: ways.paper.out.canPrint && !ways.paper.out.busy
            onTapped: ways.paper.print()
        }
        BigButton {
            objectName: "code-save"
            icon: "usb-stick"
            words: 34
            label: qsTr("存到 U 盘")
            usable: ways.paper.out.hasStick && !ways.paper.out.busy
            onTapped: ways.paper.save()
        }
    }
    Txt {
        objectName: "code-message"
        width: parent.width
        height: 88 * Theme.u
        text: ways.paper.out.message !== "" ? ways.paper.out.message : qsTr("可以打印，或者存到 U 盘去打印；打印完，把 U 盘里的那一份删掉。")
        size: 30
        bold: ways.paper.out.message !== ""
        fit: true
        centred: true
        color: ways.paper.out.message === "" ? Theme.ink2 : ways.paper.out.good ? Theme.jadeDeep : Theme.coralDeep
    }
}
