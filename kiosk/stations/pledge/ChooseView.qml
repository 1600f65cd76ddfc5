pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// All promises as cards; below, which rule the last touched one keeps.
Item {
    id: view
    required property ChooseViewModel viewModel
    readonly property var promises: viewModel.promises
    readonly property int columns: Theme.upright ? 3 : 5
    readonly property int rows: Math.ceil(viewModel.promiseCount / columns)
    readonly property real gap: 14 * Theme.u
    readonly property real infoHeight: (Theme.upright ? 240 : 136) * Theme.u
    readonly property real cardHeight: Math.min(200 * Theme.u, (height - infoHeight - rows * gap) / rows)

    Repeater {
        model: view.viewModel.promiseCount
        PromiseCard {
            required property int index
            promise: view.promises[index]
            objectName: "promise-" + promise.key
            width: (view.width - (view.columns - 1) * view.gap) / view.columns
            height: view.cardHeight
            x: index % view.columns * (width + view.gap)
            y: Math.floor(index / view.columns) * (height + view.gap)
            onTapped: view.viewModel.pick(promise.key)
        }
    }
    GuideCard {
        y: parent.height - height
        width: parent.width
        height: view.infoHeight
        head: view.viewModel.told.head
        line: view.viewModel.told.line
    }
}
