import QtQuick
import kiosk.ui

// Earlier or later by half an hour.
Row {
    id: time
    property string name: ""
    property string key: ""
    signal stepped(int direction)
    spacing: 8 * Theme.u
    BigButton {
        objectName: time.key + "-less"
        width: Theme.target
        words: 56
        guarded: false
        label: "−"
        onTapped: time.stepped(-1)
    }
    Txt {
        anchors.verticalCenter: parent.verticalCenter
        width: 110 * Theme.u
        height: 60 * Theme.u
        fit: true
        text: time.name
        size: 36
        bold: true
        centred: true
        wrap: false
    }
    BigButton {
        objectName: time.key + "-more"
        width: Theme.target
        words: 56
        guarded: false
        label: "+"
        onTapped: time.stepped(1)
    }
}
