pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A level is over: the monster without its lies on the stage, stars, the lanterns that were lit. After a boss its crowd
// stands around it and lanterns fly; several children have a card each.
Item {
    id: scene
    required property AntiFraudViewModel viewModel
    readonly property var won: viewModel.won
    readonly property real middle: width / 2
    // Where the picture's stage stands, in this item's pixels: its middle is at 850 of 1080.
    property real above: 0
    readonly property real stage: (850 - 540) * Math.max(Theme.windowWidth / 1920, Theme.windowHeight / 1080) + Theme.windowHeight / 2 - above
    readonly property var cards: won.children || []

    SkyLanterns {
        anchors.fill: parent
        visible: scene.won.boss === true && scene.won.beaten === true
    }
    WonBanner {
        id: banner
        won: scene.won
        width: Math.min(parent.width, 1120 * Theme.u)
        x: scene.middle - width / 2
        y: Theme.upright ? 40 * Theme.u : 0
    }
    Repeater {
        model: (scene.won.crowd || []).slice(Theme.upright ? -2 : -4)
        Art {
            required property int index
            required property string modelData
            readonly property bool leftward: index % 2 === 0
            readonly property real away: monster.width * 0.44 + (Math.floor(index / 2) * 0.74 + 0.42) * width
            name: modelData
            width: Math.round((Theme.upright ? 210 : 190) * Theme.u)
            height: width
            x: scene.middle + (leftward ? -away : away) - width / 2
            y: scene.stage - 0.91 * height + (Math.floor(index / 2) === 0 ? 12 : -10) * Theme.u
        }
    }
    WonMonster {
        id: monster
        name: scene.won.picture || ""
        boss: scene.won.boss === true
        x: scene.middle - width / 2
        y: scene.stage - 0.91 * height
    }
    WonGuide {
        beaten: scene.won.beaten === true
        boss: scene.won.boss === true
        x: Theme.upright ? 0 : scene.won.boss ? 0 : Math.round(scene.middle - monster.width / 2 - width - 60 * Theme.u)
        y: Theme.upright ? scene.stage - 600 * 0.91 * Theme.u - 60 * Theme.u : scene.won.boss ? banner.y + banner.height - 40 * Theme.u : monster.y - 20 * Theme.u
    }
    Column {
        id: lines
        readonly property real room: Theme.upright ? scene.width : scene.width - scene.middle - monster.width / 2 - 60 * Theme.u
        spacing: 14 * Theme.u
        x: Theme.upright ? scene.middle - width / 2 : scene.width - width
        y: Theme.upright ? banner.y + banner.height + 24 * Theme.u : scene.cards.length > 2 ? banner.y + banner.height - 20 * Theme.u : banner.y + banner.height + 40 * Theme.u
        Repeater {
            model: scene.cards.length > 0 ? scene.cards : []
            ChildCard {
                required property var modelData
                width: Math.min(lines.room, 640 * Theme.u)
                height: (scene.cards.length > 2 ? 104 : 124) * Theme.u
                child: modelData
            }
        }
        Repeater {
            model: scene.cards.length > 0 ? [] : scene.won.lines || []
            Pill {
                required property int index
                required property string modelData
                height: 76 * Theme.u + (Theme.pinyin ? 18 * Theme.u : 0)
                icon: ["check-disc", "lantern-small", "star-full"][index]
                text: modelData
                size: 36
                wordColor: Theme.paper
            }
        }
    }
}
