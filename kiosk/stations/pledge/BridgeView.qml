pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The lanterns on the bridge of the picture behind, and a card with words, the classes, or the lanterns to choose from.
Item {
    id: view
    required property PledgeViewModel viewModel
    readonly property bool hangs: viewModel.phase === "hang"
    readonly property bool done: viewModel.phase === "done"
    readonly property var classes: viewModel.board.classes
    // Where the picture's corner lies here; then, how many pixels here one of the picture is.
    required property point origin
    readonly property real across: Theme.windowWidth / (Theme.upright ? 1080 : 1920)
    readonly property real down: Theme.windowHeight / (Theme.upright ? 1920 : 1080)
    readonly property real cardHeight: (Theme.upright ? (hangs || done || classes.length > 0 ? 320 : 170) : hangs ? 160 : done || classes.length > 0 ? 210 : 130) * Theme.u
    onVisibleChanged: viewModel.layOut(Theme.upright)
    onWidthChanged: viewModel.layOut(Theme.upright)
    Component.onCompleted: viewModel.layOut(Theme.upright)

    Repeater {
        model: view.viewModel.lanterns
        HangingLantern {
            required property var modelData
            shape: modelData.shape
            icon: modelData.icon === "" && modelData.own ? view.viewModel.lanternIcon : modelData.icon
            glowing: modelData.own
            x: view.origin.x + modelData.x * view.across - width / 2
            y: view.origin.y + modelData.y * view.down - 3 * Theme.u
        }
    }
    Item {
        objectName: "bridge"
        width: parent.width
        height: card.y
        visible: view.hangs
        TapHandler {
            longPressThreshold: 0
            gesturePolicy: TapHandler.ReleaseWithinBounds
            onTapped: point => view.viewModel.hangAt((point.position.x - view.origin.x) / view.across, (point.position.y - view.origin.y) / view.down)
        }
    }
    Card {
        id: card
        y: parent.height - height
        width: parent.width
        height: view.cardHeight
        Art {
            id: guide
            visible: !view.hangs || Theme.upright
            name: view.done ? "yingying-cheer" : "yingying"
            width: visible ? Math.round(Math.min(card.innerHeight - 8 * Theme.u, 170 * Theme.u)) : 0
            height: width
            x: 16 * Theme.u
            y: Theme.upright && view.hangs ? 6 * Theme.u : (card.innerHeight - height) / 2
        }
        Txt {
            id: words
            x: guide.x + guide.width + 20 * Theme.u
            y: 4 * Theme.u
            readonly property real beside: !Theme.upright && view.hangs ? shapes.width + 40 * Theme.u : !Theme.upright && list.visible ? list.width + 40 * Theme.u : 0
            width: parent.width - x - 24 * Theme.u - beside
            height: (Theme.upright && (view.hangs || list.visible) ? card.innerHeight * 0.46 : card.innerHeight) - 8 * Theme.u
            text: view.viewModel.words
            size: 38
            bold: true
            fit: true
        }
        ShapeRow {
            id: shapes
            visible: view.hangs
            shape: view.viewModel.shape
            icon: view.viewModel.lanternIcon
            x: Theme.upright ? (parent.width - width) / 2 : parent.width - width - 20 * Theme.u
            y: Theme.upright ? card.innerHeight - height - 10 * Theme.u : (card.innerHeight - height) / 2
            onPicked: shape => view.viewModel.pickShape(shape)
        }
        // What was promised just now, or which classes light the bridge.
        Column {
            id: list
            readonly property var lines: view.done ? view.viewModel.made : []
            readonly property real lineHeight: (Theme.upright ? card.innerHeight * 0.5 : card.innerHeight - 8 * Theme.u) / 3
            visible: !view.hangs && (view.done || view.classes.length > 0)
            width: (Theme.upright ? parent.width - x - 24 * Theme.u : 760 * Theme.u)
            x: Theme.upright ? words.x : parent.width - width - 16 * Theme.u
            y: Theme.upright ? card.innerHeight * 0.48 : 4 * Theme.u
            Repeater {
                model: list.lines
                Row {
                    id: line
                    required property var modelData
                    width: list.width
                    height: list.lineHeight
                    spacing: 12 * Theme.u
                    Art {
                        name: "icon/" + line.modelData.icon
                        width: Math.round(line.height * 0.9)
                        height: width
                    }
                    Txt {
                        width: parent.width - line.height - line.spacing
                        height: parent.height
                        text: line.modelData.text
                        size: 30
                        fit: true
                    }
                }
            }
            Txt {
                visible: !view.done
                width: parent.width
                height: list.lineHeight
                text: view.viewModel.board.classesTitle
                size: 30
                bold: true
                fit: true
                color: Theme.ink2
            }
            Flow {
                visible: !view.done
                width: parent.width
                spacing: 12 * Theme.u
                Repeater {
                    model: view.classes
                    Txt {
                        required property string modelData
                        width: Math.min(implicitWidth + 20 * Theme.u, list.width)
                        height: list.lineHeight - 10 * Theme.u
                        text: modelData
                        ruby: false
                        size: 30
                        wrap: false
                        fit: true
                        color: Theme.skyDeep
                    }
                }
            }
        }
    }
}
