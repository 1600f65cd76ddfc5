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
    Art {
        readonly property real grow: Math.max(scene.width / 1920, scene.height / 1080)
        name: scene.picture
        width: Math.round(1920 * grow)
        height: Math.round(1080 * grow)
        fillMode: Image.Stretch
        anchors.centerIn: parent
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
