import QtQuick
import QtQuick.Shapes
import kiosk.ui

// A dashed outline: an empty place.
Shape {
    id: outline
    property color ground: Qt.alpha(Theme.deepest, 0.3)
    property color line: Theme.glowLight
    property real corner: 24 * Theme.u
    ShapePath {
        strokeColor: outline.line
        strokeWidth: Math.max(2, 5 * Theme.u)
        strokeStyle: ShapePath.DashLine
        dashPattern: [3, 3]
        fillColor: outline.ground
        capStyle: ShapePath.RoundCap
        PathRectangle {
            x: 3 * Theme.u
            y: x
            width: outline.width - 6 * Theme.u
            height: outline.height - 6 * Theme.u
            radius: outline.corner
        }
    }
}
