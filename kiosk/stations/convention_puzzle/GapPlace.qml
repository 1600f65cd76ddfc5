import QtQuick
import kiosk.ui

// A gap in a sentence.
Item {
    id: gap
    required property var place
    required property int number
    required property real size
    objectName: "place-" + number
    signal tapped
    opacity: (place.closed ?? false) ? 0.4 : 1
    Outline {
        anchors.fill: parent
        visible: !(gap.place.full ?? false)
        ground: gap.place.lit ? Theme.glowSoft : Theme.messageHead
        line: gap.place.lit ? Theme.coral : Theme.ink2
    }
    Txt {
        anchors.fill: parent
        visible: !(gap.place.full ?? false)
        text: gap.place.ghost
        size: gap.size
        bold: true
        centred: true
        wrap: false
        opacity: 0.45
    }
    Tap {
        guarded: false
        onHit: gap.tapped()
    }
}
