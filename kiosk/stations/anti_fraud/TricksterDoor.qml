import QtQuick
import kiosk.ui

// The way to the pond, with a tag that says for whom it is.
Item {
    id: door
    required property TricksterViewModel viewModel
    signal tapped
    implicitWidth: button.implicitWidth
    implicitHeight: button.implicitHeight

    BigButton {
        id: button
        objectName: "trickster"
        tone: "lilac"
        icon: "fish-hook"
        label: door.viewModel.door
        onTapped: door.tapped()
    }
    Pill {
        // Beside it, on the side away from the edge: above stand the monsters of the map.
        x: Theme.leftHanded ? door.width + 14 * Theme.u : -width - 14 * Theme.u
        y: (door.height - height) / 2
        height: (Theme.pinyin ? 62 : 46) * Theme.u
        text: door.viewModel.ages
        size: 28
        wordColor: Theme.light
    }
}
