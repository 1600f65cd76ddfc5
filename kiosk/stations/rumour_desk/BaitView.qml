pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// 小骗子模式: what the little fox wants, three ways to go about it; then what the chosen one pulls.
Item {
    id: view
    required property RumourDeskViewModel viewModel
    readonly property bool upright: Theme.upright
    readonly property bool pulled: viewModel.phase === "pulled"
    readonly property real gap: Theme.gutter
    readonly property var shown: pulled ? viewModel.pulled : viewModel.bait
    readonly property real sideWidth: upright ? width : Math.round(width * 0.36)

    Card {
        id: side
        x: view.upright || !Theme.leftHanded ? 0 : view.width - width
        width: view.sideWidth
        height: view.upright ? 560 * Theme.u : view.height
        face: Theme.glowSoft
        shade: Theme.glowShade
        Art {
            id: fox
            name: view.pulled ? "monster-trickster-hit" : "monster-trickster"
            width: Math.round(Math.min(view.upright ? 280 * Theme.u : 400 * Theme.u, side.innerHeight * 0.52))
            height: width
            anchors.horizontalCenter: parent.horizontalCenter
            y: 20 * Theme.u
        }
        Txt {
            x: 36 * Theme.u
            y: fox.y + fox.height + 10 * Theme.u
            width: parent.width - 2 * x
            height: side.innerHeight - y - 20 * Theme.u
            text: view.pulled ? view.shown.text : view.shown.goal
            size: 38
            bold: true
            fit: true
        }
        PlayerMark {
            visible: view.shown.player > 0
            x: 16 * Theme.u
            y: 16 * Theme.u
            side: 96 * Theme.u
            player: Math.max(1, view.shown.player)
        }
    }
    Item {
        id: main
        x: view.upright || Theme.leftHanded ? 0 : side.width + view.gap
        y: view.upright ? side.height + view.gap : 0
        width: view.upright ? view.width : view.width - side.width - view.gap
        height: view.height - y
        Txt {
            id: hello
            visible: !view.pulled
            width: parent.width
            height: (Theme.pinyin ? 150 : 110) * Theme.u
            text: view.viewModel.baitHello
            size: 36
            fit: true
            color: Theme.paper
        }
        Repeater {
            model: view.pulled ? [] : view.viewModel.bait.options
            Card {
                id: option
                required property int index
                required property string modelData
                readonly property bool chosen: view.viewModel.chosenBait === index
                objectName: "bait-" + index
                width: main.width
                height: Math.max(Theme.target, (main.height - hello.height - 3 * view.gap) / 3)
                y: hello.height + view.gap + index * (height + view.gap)
                face: chosen ? Theme.light : Theme.paper
                shade: chosen ? Theme.onShade : Theme.paperShade
                sink: finger.down ? band : 0
                Accessible.role: Accessible.RadioButton
                Accessible.name: modelData
                Art {
                    id: hook
                    name: option.chosen ? "icon/check-disc" : "icon/fish-hook"
                    width: Math.round(76 * Theme.u)
                    height: width
                    x: 32 * Theme.u
                    anchors.verticalCenter: parent.verticalCenter
                }
                Txt {
                    x: hook.x + hook.width + 28 * Theme.u
                    width: parent.width - x - 28 * Theme.u
                    height: parent.height
                    text: option.modelData
                    size: 40
                    fit: true
                }
                Tap {
                    id: finger
                    guarded: false
                    onHit: view.viewModel.takeBait(option.index)
                }
            }
        }
        Card {
            id: reason
            visible: view.pulled
            width: parent.width
            height: Math.min(parent.height, 560 * Theme.u)
            y: (parent.height - height) / 2
            Pill {
                id: pulls
                x: 40 * Theme.u
                y: 44 * Theme.u
                height: (Theme.pinyin ? 100 : 84) * Theme.u
                ground: Theme.light
                edge: Theme.ink
                wordColor: Theme.ink
                bold: true
                size: 36
                icon: "fish-hook"
                text: view.viewModel.pulled.pulls ?? ""
            }
            Txt {
                x: pulls.x
                y: pulls.y + pulls.height + 30 * Theme.u
                width: parent.width - 2 * x
                height: reason.innerHeight - y - 30 * Theme.u
                text: view.viewModel.pulled.why ?? ""
                size: 44
                fit: true
            }
        }
    }
}
