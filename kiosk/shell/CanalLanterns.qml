pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Today's good deeds as lanterns along the canal: the more were lit, the brighter it is.
Item {
    id: lights
    property int count: 0
    readonly property int most: 48
    Repeater {
        model: Math.min(lights.most, lights.count)
        Art {
            required property int index
            // A fixed scatter on the far bank and over the water: golden-ratio steps never line up.
            readonly property real along: (index * 0.618034 + 0.07) % 1
            readonly property real depth: (index * 0.414214) % 1
            name: "lantern"
            width: Math.round((34 + 26 * depth) * Theme.u)
            height: width
            x: along * (lights.width - width)
            y: lights.height * (0.47 + 0.2 * depth) - height / 2
        }
    }
}
