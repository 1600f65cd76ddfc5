import QtQuick
import kiosk.ui

// A sentence with a mark whether all is well.
Card {
    id: card
    property bool well: true
    property string text: ""
    contour: 4 * Theme.u
    face: well ? Theme.jadeSoft : Theme.coralSoft
    Art {
        id: mark
        x: 24 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        name: card.well ? "icon/check-disc" : "icon/warning"
        width: Math.round(64 * Theme.u)
        height: width
    }
    Txt {
        x: mark.x + mark.width + 20 * Theme.u
        width: parent.width - x - 24 * Theme.u
        height: parent.height
        text: card.text
        size: 32
        fit: true
        bold: !card.well
    }
}
