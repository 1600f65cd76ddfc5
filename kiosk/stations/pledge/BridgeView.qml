pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The lanterns on the bridge of the picture behind, and a card with words, or the classes.
Item {
    id: view
    required property PledgeViewModel viewModel
    required property BridgeViewModel bridge
    readonly property bool hangs: viewModel.phase === "hang"
    readonly property bool done: viewModel.phase === "done"
    readonly property var classes: bridge.board.classes
    // Where the picture's corner lies here; then, how many pixels here one of the picture is.
    required property point origin
    readonly property real across: Theme.windowWidth / (Theme.upright ? 1080 : 1920)
    readonly property real down: Theme.windowHeight / (Theme.upright ? 1920 : 1080)
    readonly property real cardHeight: (Theme.upright ? (done || classes.length > 0 && !hangs ? 320 : 170) : done || classes.length > 0 && !hangs ? 210 : 130) * Theme.u
    onVisibleChanged: bridge.layOut(Theme.upright)
    onWidthChanged: bridge.layOut(Theme.upright)
    Component.onCompleted: bridge.layOut(Theme.upright)

    Repeater {
        model: view.bridge.lanterns
        HangingLantern {
            required property var modelData
            picture: modelData.picture
            pattern: modelData.pattern
            icon: modelData.icon
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
            name: view.done ? "yingying-cheer" : "yingying"
            width: Math.round(Math.min(card.innerHeight - 8 * Theme.u, 170 * Theme.u))
            height: width
            x: 16 * Theme.u
            y: (card.innerHeight - height) / 2
        }
        Txt {
            id: words
            x: guide.x + guide.width + 20 * Theme.u
            y: 4 * Theme.u
            readonly property real beside: !Theme.upright && list.visible ? list.width + 40 * Theme.u : 0
            width: parent.width - x - 24 * Theme.u - beside
            height: (Theme.upright && list.visible ? card.innerHeight * 0.46 : card.innerHeight) - 8 * Theme.u
            text: view.viewModel.words
            size: 38
            bold: true
            fit: true
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
                text: view.bridge.board.classesTitle
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
