pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The promises above; of the one at hand, when it is easily forgotten and what helps then; below, what becomes of both.
Item {
    id: view
    required property PlanViewModel viewModel
    readonly property var promises: viewModel.promises
    readonly property bool open: viewModel.whens.length > 0
    readonly property real gap: 14 * Theme.u
    readonly property real infoHeight: (Theme.upright ? 260 : 152) * Theme.u
    readonly property real room: height - infoHeight - gap
    readonly property real tabHeight: open ? Math.max(Theme.target, (Theme.upright ? 190 : 120) * Theme.u) : Math.min(room, 260 * Theme.u)
    readonly property real columnWidth: (width - 2 * gap) / 2

    Repeater {
        model: view.viewModel.promiseCount
        ChoiceTile {
            required property int index
            readonly property var promise: view.promises[index]
            objectName: "plan-" + promise.key
            width: (view.width - (view.viewModel.promiseCount - 1) * view.gap) / view.viewModel.promiseCount
            height: view.tabHeight
            x: index * (width + view.gap)
            y: view.open ? 0 : (view.room - height) / 2
            icon: promise.icon
            words: promise.text
            chosen: promise.chosen
            ticked: promise.planned
            usable: promise.usable
            onTapped: view.viewModel.touch(promise.key)
        }
    }
    Repeater {
        model: view.open ? 2 : 0
        Item {
            id: column
            required property int index
            readonly property bool whens: index === 0
            readonly property var tiles: whens ? view.viewModel.whens : view.viewModel.ways
            readonly property real headHeight: (Theme.pinyin ? 92 : 60) * Theme.u
            x: index * (view.columnWidth + 2 * view.gap)
            y: view.tabHeight + view.gap
            width: view.columnWidth
            height: view.room - y
            Txt {
                x: 12 * Theme.u
                width: parent.width - 2 * x
                height: column.headHeight
                text: column.whens ? view.viewModel.whenTitle : view.viewModel.wayTitle
                size: 38
                bold: true
                fit: true
                color: Theme.paper
            }
            Repeater {
                model: column.tiles.length
                ChoiceTile {
                    required property int index
                    readonly property var tile: column.tiles[index] ?? ({})
                    objectName: (column.whens ? "when-" : "way-") + (tile.key ?? "")
                    width: column.width
                    height: Math.max(Theme.target, Math.min(200 * Theme.u, (column.height - column.headHeight) / column.tiles.length - view.gap))
                    y: column.headHeight + index * (height + view.gap)
                    words: tile.text ?? ""
                    chosen: tile.chosen ?? false
                    usable: tile.usable ?? false
                    onTapped: column.whens ? view.viewModel.pickWhen(tile.key) : view.viewModel.pickWay(tile.key)
                }
            }
        }
    }
    GuideCard {
        y: parent.height - height
        width: parent.width
        height: view.infoHeight
        glad: view.viewModel.plan !== ""
        head: view.viewModel.plan === "" ? view.viewModel.words : view.viewModel.plan
        line: view.viewModel.plan === "" ? "" : view.viewModel.words
    }
}
