pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Several children are asked how they want to play the level.
Item {
    id: view
    required property ModesViewModel viewModel
    signal chosen(string mode)
    Component.onCompleted: viewModel.screenIs(Theme.windowWidth, Theme.windowHeight, Theme.pixelsPerMillimetre)

    Art {
        id: monster
        name: view.viewModel.monster
        width: Math.round((Theme.upright ? 360 : 250) * Theme.u)
        height: width
        x: Theme.upright ? 0 : 24 * Theme.u
    }
    SpeechBubble {
        x: monster.x + monster.width + 16 * Theme.u
        y: (monster.height - height) / 2
        text: view.viewModel.monsterName
        strong: view.viewModel.head
        size: 40
    }
    Grid {
        id: cards
        columns: Theme.upright ? 1 : 3
        spacing: Theme.gutter
        y: view.height - height
        Repeater {
            model: view.viewModel.modes
            ModeCard {
                required property var modelData
                objectName: "mode-" + modelData.key
                mode: modelData.key
                label: modelData.name
                words: modelData.text
                usable: modelData.usable
                monster: view.viewModel.monster
                width: Theme.upright ? view.width : (view.width - 2 * cards.spacing) / 3
                height: (Theme.upright ? 300 : 470) * Theme.u
                onTapped: view.chosen(modelData.key)
            }
        }
    }
}
