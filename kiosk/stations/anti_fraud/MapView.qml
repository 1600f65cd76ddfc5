pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The map along the canal: a landing for every level. It covers the whole screen behind head and bar.
Item {
    id: map
    required property MapViewModel viewModel
    signal entered(string level)
    readonly property size drawn: Theme.upright ? Qt.size(1080, 1920) : Qt.size(1920, 1080)
    readonly property real grow: Math.max(width / drawn.width, height / drawn.height)
    readonly property var places: Theme.upright ? viewModel.tallPlaces : viewModel.widePlaces

    Art {
        id: guide
        name: "yingying-wave"
        x: Theme.margin
        y: (Theme.upright ? 232 : 128) * Theme.u
        width: Math.round((Theme.upright ? 300 : 250) * Theme.u)
        height: width
    }
    SpeechBubble {
        x: guide.x + guide.width + 8 * Theme.u
        y: guide.y + (Theme.upright ? 40 : 20) * Theme.u
        text: map.viewModel.greeting[0]
        strong: map.viewModel.greeting[1]
    }
    Repeater {
        model: map.viewModel.levels
        MapStage {
            required property int index
            required property var modelData
            level: modelData
            room: map.width
            x: (map.places[index][0] - map.drawn.width / 2) * map.grow + map.width / 2
            y: (map.places[index][1] - map.drawn.height / 2) * map.grow + map.height / 2
            onEntered: map.entered(modelData.id)
        }
    }
}
