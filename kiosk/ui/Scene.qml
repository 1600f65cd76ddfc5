pragma ComponentBehavior: Bound

import QtQuick

// The Grand Canal at dusk behind everything. `veil` 0 shows it whole, 0.72 lets cards stand before it.
Item {
    id: scene
    property real veil: 0
    property string picture: "canal"
    clip: true
    Rectangle {
        anchors.fill: parent
        color: Theme.night
    }
    // Drawing takes some 30 ms: once a picture, when both sides are known, and not for each size on the way there. Of a
    // picture of another shape only the middle is drawn.
    Repeater {
        model: scene.width > 0 && scene.height > 0 ? [scene.picture] : []
        Art {
            required property string modelData
            name: modelData
            // No anchors: they set one side after the other, and each would be drawn.
            width: scene.width
            height: scene.height
            fillMode: Image.Stretch
        }
    }
    Rectangle {
        visible: scene.veil > 0
        anchors.fill: parent
        gradient: Gradient {
            GradientStop {
                position: 0
                color: Qt.alpha(Theme.veil, Math.min(1, scene.veil + 0.2))
            }
            GradientStop {
                position: 1
                color: Qt.alpha(Theme.veil, scene.veil)
            }
        }
    }
}
