import QtQuick
import kiosk.ui

// The number pad with one button below that takes what was typed.
Item {
    id: keys
    property string label: ""
    property bool usable: true
    signal pressed(string digit)
    signal cleared
    signal erased
    signal taken

    NumberPad {
        id: pad
        keyWidth: (keys.width - 2 * Theme.gutter) / 3
        keyHeight: (keys.height - 4 * Theme.gutter) / 5
        onPressed: digit => keys.pressed(digit)
        onCleared: keys.cleared()
        onErased: keys.erased()
    }
    BigButton {
        objectName: "take"
        y: pad.height + Theme.gutter
        width: keys.width
        height: pad.keyHeight
        tone: "primary"
        words: 44
        label: keys.label
        usable: keys.usable
        guarded: false
        onTapped: keys.taken()
    }
}
