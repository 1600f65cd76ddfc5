pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Check claims, or be the little fox first.
Item {
    id: view
    required property RumourDeskViewModel viewModel
    readonly property bool upright: Theme.upright
    readonly property real gap: 36 * Theme.u
    readonly property int count: viewModel.modes.length

    SpeechBubble {
        id: hello
        x: guide.width + 12 * Theme.u
        y: 10 * Theme.u
        maximum: view.width - x
        text: view.viewModel.hello
    }
    Art {
        id: guide
        name: "yingying-think"
        width: Math.round(180 * Theme.u)
        height: width
        y: hello.y + (hello.height - height) / 2
    }
    Repeater {
        model: view.viewModel.modes
        Card {
            id: card
            required property int index
            required property var modelData
            objectName: "mode-" + modelData.key
            width: view.upright ? view.width : (view.width - (view.count - 1) * view.gap) / view.count
            height: view.upright ? 440 * Theme.u : view.height - y
            x: view.upright ? 0 : index * (width + view.gap)
            y: Math.max(200 * Theme.u, hello.y + hello.height + 36 * Theme.u) + (view.upright ? index * (height + view.gap) : 0)
            face: index === 0 ? Theme.skySoft : Theme.glowSoft
            shade: index === 0 ? Theme.skyShade : Theme.glowShade
            sink: finger.down ? band : 0
            Accessible.role: Accessible.Button
            Accessible.name: modelData.label
            Art {
                id: picture
                name: card.modelData.picture
                width: Math.round(Math.min(320 * Theme.u, card.innerHeight - 60 * Theme.u))
                height: width
                x: 36 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
            }
            Column {
                x: picture.x + picture.width + 32 * Theme.u
                width: parent.width - x - 32 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                spacing: 20 * Theme.u
                Txt {
                    width: parent.width
                    text: card.modelData.label
                    size: 52
                    bold: true
                }
                Txt {
                    width: parent.width
                    text: card.modelData.about
                    size: 34
                    color: Theme.ink2
                }
            }
            Tap {
                id: finger
                onHit: view.viewModel.play(card.modelData.key)
            }
        }
    }
}
