pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The lantern as it is painted, large against the dusk, and three rows of what it could become.
Item {
    id: view
    required property PaintViewModel viewModel
    readonly property var rows: viewModel.rows
    readonly property real gap: 12 * Theme.u
    readonly property real easel: Theme.upright ? height * 0.34 : width * 0.34

    Rectangle {
        id: dusk
        width: Theme.upright ? view.width : view.easel
        height: Theme.upright ? view.easel : view.height
        radius: 28 * Theme.u
        color: Theme.dusk
        border.width: Theme.line
        border.color: Theme.ink
        readonly property real wordsHeight: (Theme.upright ? 0 : Theme.pinyin ? 220 : 150) * Theme.u
        HangingLantern {
            picture: view.viewModel.picture
            pattern: view.viewModel.pattern
            icon: view.viewModel.icon
            side: Math.round(Math.min(dusk.width * 0.7, (dusk.height - dusk.wordsHeight - 40 * Theme.u) / 1.3))
            x: Theme.upright ? dusk.width * 0.1 : (dusk.width - width) / 2
            y: (dusk.height - dusk.wordsHeight - height) / 2
        }
        Txt {
            x: Theme.upright ? dusk.width * 0.48 : 28 * Theme.u
            y: Theme.upright ? 24 * Theme.u : dusk.height - dusk.wordsHeight - 12 * Theme.u
            width: dusk.width - x - 28 * Theme.u
            height: Theme.upright ? dusk.height - 48 * Theme.u : dusk.wordsHeight
            text: view.viewModel.words
            size: 34
            fit: true
            color: Theme.paper
        }
    }
    Card {
        id: shelf
        x: Theme.upright ? 0 : view.easel + 20 * Theme.u
        y: Theme.upright ? view.easel + 20 * Theme.u : 0
        width: view.width - x
        height: view.height - y
        readonly property real rowHeight: (innerHeight - 24 * Theme.u) / 3
        readonly property real headHeight: (Theme.pinyin ? 76 : 50) * Theme.u
        readonly property real tile: (width - 60 * Theme.u - 5 * view.gap) / 6
        Repeater {
            model: 3
            Item {
                id: row
                required property int index
                readonly property var told: view.rows[index]
                x: 30 * Theme.u
                y: 12 * Theme.u + index * shelf.rowHeight
                width: shelf.width - 60 * Theme.u
                height: shelf.rowHeight
                Txt {
                    width: parent.width
                    height: shelf.headHeight
                    text: row.told.title
                    size: 32
                    bold: true
                    fit: true
                    color: Theme.ink2
                }
                Repeater {
                    model: row.index === 2 ? 5 : 6
                    Rectangle {
                        id: one
                        required property int index
                        readonly property var tile: row.told.tiles[index]
                        objectName: tile.name
                        width: Math.max(Theme.target, shelf.tile)
                        height: shelf.rowHeight - shelf.headHeight - view.gap
                        x: index * (width + view.gap)
                        y: shelf.headHeight
                        radius: 24 * Theme.u
                        color: tile.chosen ? Theme.glowSoft : Theme.noteGround
                        border.width: Math.max(2, (tile.chosen ? 7 : 3) * Theme.u)
                        border.color: tile.chosen ? Theme.ink : Theme.headLine
                        Accessible.role: Accessible.Button
                        Accessible.name: tile.name
                        HangingLantern {
                            anchors.centerIn: parent
                            picture: one.tile.picture
                            pattern: one.tile.pattern
                            side: Math.round(Math.min(one.width * 0.72, (one.height - 16 * Theme.u) / 1.3))
                        }
                        Tap {
                            guarded: false
                            onHit: view.viewModel.paint(one.tile.row, one.tile.number)
                        }
                    }
                }
            }
        }
    }
}
