import QtQuick
import kiosk.ui

// The number of a paper form, on our own keys. Letters and dashes are left out.
Card {
    id: card
    property string number: ""
    property string asked: ""
    signal pressed(string digit)
    signal erased
    signal cleared
    readonly property int columns: Theme.upright ? 6 : 3
    readonly property int lines: 12 / columns
    contour: 4 * Theme.u
    implicitHeight: 420 * Theme.u

    Txt {
        id: shown
        objectName: "number"
        x: 24 * Theme.u
        y: 16 * Theme.u
        width: parent.width - 48 * Theme.u
        height: 84 * Theme.u
        text: card.number === "" ? card.asked : card.number
        size: card.number === "" ? 32 : 56
        bold: card.number !== ""
        fit: true
        centred: true
        wrap: card.number === ""
        color: card.number === "" ? Theme.ink2 : Theme.ink
    }
    NumberPad {
        x: 20 * Theme.u
        y: shown.y + shown.height + 8 * Theme.u
        spacing: 14 * Theme.u
        columns: card.columns
        keyWidth: (parent.width - 40 * Theme.u - (columns - 1) * spacing) / columns
        keyHeight: (card.innerHeight - y - 16 * Theme.u - (card.lines - 1) * spacing) / card.lines
        onPressed: digit => card.pressed(digit)
        onErased: card.erased()
        onCleared: card.cleared()
    }
}
