import QtQuick
import kiosk.ui

// A code for a phone on white, with what it is for: beside it, or on an upright screen below.
Rectangle {
    id: panel
    required property string source
    required property string label
    required property real side
    property bool upright: true
    width: Math.round(side + (upright ? 24 : 152) * Theme.u)
    height: Math.round(side + (upright ? 76 : 12) * Theme.u)
    radius: 20 * Theme.u
    color: Theme.white
    border.color: Theme.paperShade
    border.width: Math.max(1, 4 * Theme.u)
    Image {
        x: Math.round((panel.upright ? 12 : 146) * Theme.u)
        y: Math.round(6 * Theme.u)
        width: Math.floor(panel.side)
        height: width
        source: panel.source
        sourceSize: Qt.size(width, 0)
        // Pixel for pixel: a code drawn larger or smaller has modules of unequal width.
        fillMode: Image.Pad
        cache: false
        smooth: false
    }
    Txt {
        x: 14 * Theme.u
        y: panel.upright ? panel.side : 12 * Theme.u
        width: panel.upright ? panel.width - 2 * x : 136 * Theme.u
        height: panel.height - y - 12 * Theme.u
        text: panel.label
        size: panel.upright ? 32 : 34
        bold: true
        centred: true
        fit: true
        wrap: !panel.upright
        color: Theme.skyDeep
    }
}
