import QtQuick
import kiosk.ui

// The hub's number of 16 digits on our own keys, and to whom it goes.
Item {
    id: card
    required property SyncEnrolling enrolling
    CodesEntry {
        width: parent.width
        height: parent.height
        heading: qsTr("按云端页面上的 16 位接入码")
        number: card.enrolling.typed
        note: card.enrolling.url + "\n" + card.enrolling.mark
        message: card.enrolling.message
        onPressed: digit => card.enrolling.press(digit)
        onErased: card.enrolling.erase()
        onCleared: card.enrolling.clear()
    }
    BigButton {
        objectName: "sync-enrol-cancel"
        y: Theme.upright ? 640 * Theme.u : parent.height - height
        width: 480 * Theme.u
        label: qsTr("先不接入")
        icon: "arrow-left"
        tone: "paper"
        onTapped: card.enrolling.cancel()
    }
}
