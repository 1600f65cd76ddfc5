pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Lanterns that rise once and stay in the sky.
Item {
    id: sky
    // Where they come to hang, as shares of the width and the height.
    readonly property var places: [[0.03, 0.02], [0.13, 0.14], [0.24, 0.38], [0.31, 0.5], [0.69, 0.5], [0.77, 0.36], [0.86, 0.1], [0.97, 0.2]]
    Repeater {
        model: sky.places
        Art {
            id: lantern
            required property int index
            required property var modelData
            readonly property real end: sky.height * modelData[1]
            name: "lantern"
            width: Math.round((index % 3 === 0 ? 124 : 100) * Theme.u)
            height: width
            x: sky.width * modelData[0] - width / 2
            y: end
            // One after the other: a few at a time move, which every machine draws smoothly.
            SequentialAnimation on y {
                running: sky.visible && Theme.reveal > 0
                PropertyAction {
                    value: sky.height
                }
                PauseAnimation {
                    duration: lantern.index * 260
                }
                NumberAnimation {
                    to: lantern.end
                    duration: 900
                    easing.type: Easing.OutCubic
                }
            }
        }
    }
}
