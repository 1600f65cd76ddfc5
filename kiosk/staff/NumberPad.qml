pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Our own keys: ten digits, clear, and one step back. Nothing else in the house types.
Grid {
    id: pad
    property bool usable: true
    readonly property var keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "clear", "0", "erase"]
    property real keyWidth: 200 * Theme.u
    property real keyHeight: 128 * Theme.u
    signal pressed(string digit)
    signal cleared
    signal erased
    columns: 3
    spacing: Theme.gutter

    Repeater {
        model: pad.keys
        BigButton {
            id: key
            required property string modelData
            readonly property bool isDigit: modelData.length === 1
            objectName: "key-" + modelData
            width: pad.keyWidth
            height: pad.keyHeight
            label: isDigit ? modelData : modelData === "clear" ? qsTr("清空") : ""
            icon: modelData === "erase" ? "backspace" : ""
            words: isDigit ? 64 : 36
            tone: isDigit ? "paper" : "sky"
            usable: pad.usable
            // People type the same digit twice faster than a guarded button takes it.
            guarded: false
            onTapped: isDigit ? pad.pressed(modelData) : modelData === "clear" ? pad.cleared() : pad.erased()
        }
    }
}
