pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A line under which situations are sorted; those that lie there show as small pictures.
Card {
    id: bin
    required property var place
    required property int number
    readonly property bool flat: height < 200 * Theme.u
    objectName: "place-" + number
    signal tapped
    opacity: (place.closed ?? false) ? 0.45 : 1
    face: place.lit ? Theme.light : place.count > 0 ? Theme.jadeSoft : Theme.paper
    shade: place.lit ? Theme.lightShade : Theme.paperShade
    sink: finger.down ? band : 0
    Accessible.role: Accessible.Button
    Accessible.name: place.mark + place.text

    MarkDisc {
        id: sign
        mark: bin.place.mark
        x: 20 * Theme.u
        y: words.y + (words.height - height) / 2
    }
    Txt {
        id: words
        x: (sign.visible ? 100 : 24) * Theme.u
        y: 12 * Theme.u
        width: parent.width - x - 20 * Theme.u - (bin.flat ? 260 * Theme.u : 0)
        height: bin.innerHeight - 24 * Theme.u - (bin.flat ? 0 : 88 * Theme.u)
        text: bin.flat ? bin.place.text.replace("\n", "") : bin.place.text
        size: bin.flat ? 38 : 46
        bold: true
        fit: true
    }
    Tap {
        id: finger
        guarded: false
        onHit: bin.tapped()
    }
}
