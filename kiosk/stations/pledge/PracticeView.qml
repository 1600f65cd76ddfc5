pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A voice from the phone tempts; the child answers with the way that it planned.
Item {
    id: view
    required property PracticeViewModel viewModel
    readonly property var ways: viewModel.ways
    readonly property real gap: 16 * Theme.u
    readonly property real infoHeight: (Theme.upright ? 240 : 152) * Theme.u
    readonly property real wayHeight: Math.max(Theme.target, (Theme.upright ? 170 : 128) * Theme.u)
    readonly property real waysHeight: Theme.upright ? viewModel.wayCount * (wayHeight + gap) : wayHeight + gap
    readonly property real stage: height - infoHeight - gap - waysHeight

    Card {
        id: promised
        width: Theme.upright ? view.width : view.width * 0.3
        height: Theme.upright ? Math.min(180 * Theme.u, view.stage * 0.3) : Math.min(300 * Theme.u, view.stage - view.gap)
        y: Theme.upright ? 0 : (view.stage - view.gap - height) / 2
        face: Theme.glowSoft
        shade: Theme.glowShade
        Art {
            id: sign
            name: view.viewModel.promise.icon === "" ? "" : "icon/" + view.viewModel.promise.icon
            width: Math.round(90 * Theme.u)
            height: width
            x: Theme.upright ? 30 * Theme.u : (parent.width - width) / 2
            y: Theme.upright ? (promised.innerHeight - height) / 2 : 24 * Theme.u
        }
        Txt {
            x: Theme.upright ? sign.x + sign.width + 24 * Theme.u : 24 * Theme.u
            y: Theme.upright ? 8 * Theme.u : sign.y + sign.height + 12 * Theme.u
            width: parent.width - x - 24 * Theme.u
            height: promised.innerHeight - y - 12 * Theme.u
            text: view.viewModel.promise.text
            size: 40
            bold: true
            fit: true
        }
    }
    Art {
        id: phone
        name: "icon/sender-phone"
        width: Math.round(Math.min(200 * Theme.u, view.stage * 0.5))
        height: width
        x: Theme.upright ? 0 : promised.width + 2 * view.gap
        y: bubble.y + (bubble.height - height) / 2
    }
    Card {
        id: bubble
        x: phone.x + phone.width + view.gap
        width: view.width - x
        height: Math.min(280 * Theme.u, Theme.upright ? view.stage - promised.height - 2 * view.gap : view.stage - view.gap)
        y: Theme.upright ? promised.height + view.gap + (view.stage - promised.height - 2 * view.gap - height) / 2 : (view.stage - view.gap - height) / 2
        face: Theme.lilacSoft
        shade: Theme.lilac
        Txt {
            x: 40 * Theme.u
            y: 12 * Theme.u
            width: parent.width - 2 * x
            height: bubble.innerHeight - 2 * y
            text: "“" + view.viewModel.call + "”"
            size: 54
            bold: true
            fit: true
            color: Theme.lilacDeep
        }
    }
    Repeater {
        model: view.viewModel.wayCount
        ChoiceTile {
            required property int index
            readonly property var way: view.ways[index]
            objectName: "reply-" + index
            width: Theme.upright ? view.width : (view.width - 2 * view.gap) / 3
            height: view.wayHeight
            x: Theme.upright ? 0 : index * (width + view.gap)
            y: view.stage + (Theme.upright ? index * (height + view.gap) : 0)
            words: way.text
            chosen: way.chosen
            ticked: way.chosen && view.viewModel.found
            usable: way.usable
            onTapped: view.viewModel.pick(index)
        }
    }
    GuideCard {
        y: parent.height - height
        width: parent.width
        height: view.infoHeight
        glad: view.viewModel.found
        head: view.viewModel.words
    }
}
