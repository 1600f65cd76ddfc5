import QtQuick
import kiosk.ui

// A trusted key: whose it is, its eight words, and the way to be rid of it.
Card {
    id: card
    required property var known
    signal removeTapped
    height: 216 * Theme.u
    contour: 4 * Theme.u
    Column {
        x: 28 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        width: remove.x - x - 16 * Theme.u
        spacing: 4 * Theme.u
        Txt {
            width: parent.width
            height: 56 * Theme.u
            text: card.known.name
            size: 38
            bold: true
            fit: true
            wrap: false
        }
        Txt {
            objectName: "words-" + card.known.key.slice(0, 8)
            width: parent.width
            height: 88 * Theme.u
            text: card.known.words.slice(0, 4).join(" · ") + "\n" + card.known.words.slice(4).join(" · ")
            size: 32
            fit: true
        }
        Txt {
            width: parent.width
            text: qsTr("%1 加的").arg(card.known.since)
            size: 28
            wrap: false
            color: Theme.ink2
        }
    }
    BigButton {
        id: remove
        objectName: "remove-key-" + card.known.key.slice(0, 8)
        anchors.right: parent.right
        anchors.rightMargin: 20 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        tone: "rose"
        words: 30
        label: card.known.asked ? qsTr("再点一次") : qsTr("拿掉")
        onTapped: card.removeTapped()
    }
}
