pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// All promises as cards; below, which rule the last touched one keeps.
Item {
    id: view
    required property PledgeViewModel viewModel
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
            onTapped: view.viewModel.choose(promise.key)
        }
    }
    Card {
        id: info
        readonly property bool lined: view.viewModel.choosing.line !== ""
        y: parent.height - height
        width: parent.width
        height: view.infoHeight
        Art {
            id: guide
            name: "yingying-think"
            width: Math.round(Math.min(parent.height - 8 * Theme.u, 150 * Theme.u))
            height: width
            x: 16 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
        }
        Txt {
            x: guide.x + guide.width + 20 * Theme.u
            y: 4 * Theme.u
            width: parent.width - x - 24 * Theme.u
            height: info.lined ? info.innerHeight * 0.46 : info.innerHeight - 8 * Theme.u
            text: view.viewModel.choosing.head
            size: 38
            bold: true
            fit: true
        }
        Txt {
            visible: info.lined
            x: guide.x + guide.width + 20 * Theme.u
            y: info.innerHeight * 0.5
            width: parent.width - x - 24 * Theme.u
            height: info.innerHeight * 0.46
            text: view.viewModel.choosing.line
            size: 34
            fit: true
            color: Theme.jadeDeep
        }
    }
}
