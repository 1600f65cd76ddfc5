pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The receipt of an erasure, to be read to the guardian, printed, or carried away.
Card {
    id: card
    required property ConsentsReceipt receipt
    contour: 4 * Theme.u
    face: Theme.jadeSoft

    Column {
        x: 48 * Theme.u
        y: 28 * Theme.u
        width: parent.width - 96 * Theme.u
        spacing: 12 * Theme.u
        Repeater {
            model: card.receipt.lines
            Txt {
                required property string modelData
                required property int index
                objectName: "receipt-line-" + index
                width: parent.width
                text: modelData
                size: index === 0 ? 52 : 36
                bold: index === 0 || index === card.receipt.lines.length - 1
                color: index === 0 ? Theme.jadeDeep : Theme.ink
            }
        }
    }
    Txt {
        objectName: "receipt-message"
        x: 48 * Theme.u
        y: buttons.y - height - 12 * Theme.u
        width: parent.width - 96 * Theme.u
        height: 96 * Theme.u
        text: card.receipt.out.message !== "" ? card.receipt.out.message : card.receipt.out.canPrint || card.receipt.out.hasStick ? qsTr("可以打印，或者存到 U 盘，交给家长。") : qsTr("没有打印机，也没有插 U 盘：请把凭据编号抄给家长。凭据一直留在展台里。")
        size: 32
        fit: true
        bold: card.receipt.out.message !== ""
        color: card.receipt.out.message === "" ? Theme.ink2 : card.receipt.out.good ? Theme.jadeDeep : Theme.coralDeep
    }
    Row {
        id: buttons
        x: 48 * Theme.u
        y: parent.height - height - 28 * Theme.u
        spacing: Theme.gutter
        BigButton {
            objectName: "print"
            icon: "printer"
            words: 34
            label: qsTr("打印")
            usable: card.receipt.out.canPrint && !card.receipt.out.busy
            onTapped: card.receipt.print()
        }
        BigButton {
            objectName: "save"
            icon: "usb-stick"
            words: 34
            label: qsTr("存到 U 盘")
            usable: card.receipt.out.hasStick && !card.receipt.out.busy
            onTapped: card.receipt.save()
        }
    }
}
