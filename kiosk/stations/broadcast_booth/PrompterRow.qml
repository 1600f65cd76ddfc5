import QtQuick
import kiosk.ui

// A step before or after the one being read, and whose it is.
Item {
    id: row
    required property var step
    property bool duet: false
    VoiceMark {
        id: mark
        visible: row.duet && (row.step.voice ?? 0) > 0
        anchors.verticalCenter: parent.verticalCenter
        voice: row.step.voice ?? 1
    }
    Txt {
        x: mark.visible ? mark.width + 24 * Theme.u : 0
        width: parent.width - x
        height: parent.height
        text: row.step.text ?? ""
        size: 44
        fit: true
        color: Theme.mist
    }
}
