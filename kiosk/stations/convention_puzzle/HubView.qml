pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The lines as pictures below their lanterns, what the chosen one says, and the games.
Item {
    id: view
    required property ConventionPuzzleViewModel viewModel
    required property HubViewModel hub
    readonly property real gap: Theme.gutter
    readonly property int columns: Theme.upright ? 3 : 6
    readonly property real buttonHeight: Math.max((Theme.pinyin ? 164 : 148) * Theme.u, Theme.target)
    readonly property real trayHeight: (6 / columns) * (buttonHeight + 16 * Theme.u) + 28 * Theme.u
    readonly property real stripHeight: (Theme.upright ? (Theme.pinyin ? 300 : 250) : Theme.pinyin ? 176 : 136) * Theme.u
    readonly property real roomHeight: height - trayHeight - stripHeight - 2 * gap
    readonly property var places: hub.lineCount > 0 ? hub.places(width / Theme.u, roomHeight / Theme.u, Theme.upright) : []
    readonly property var lines: hub.lines
    // What a picture shows that is about to come or go: another convention has another number of lines.
    readonly property var nothing: ({
            "id": "",
            "name": "",
            "picture": "",
            "lit": false,
            "known": false,
            "chosen": false
        })
    readonly property rect nowhere: Qt.rect(0, 0, 0, 0)

    property int drawn: 0
    Timer {
        interval: 20
        repeat: true
        running: view.drawn < view.hub.lineCount
        onTriggered: view.drawn += 1
    }
    Repeater {
        model: view.hub.lineCount
        LinePicture {
            required property int index
            drawn: index < view.drawn
            readonly property var place: view.places[index] ?? view.nowhere
            line: view.lines[index] ?? view.nothing
            x: place.x * Theme.u
            y: place.y * Theme.u
            width: place.width * Theme.u
            height: place.height * Theme.u
            onTapped: view.hub.select(line.id)
        }
    }
    SpeechStrip {
        y: view.roomHeight + view.gap
        width: parent.width
        height: view.stripHeight
        mascot: "yingying"
        text: view.hub.hello
        halves: view.hub.halves
    }
    Rectangle {
        id: tray
        y: view.height - view.trayHeight
        width: parent.width
        height: view.trayHeight
        radius: 28 * Theme.u
        color: Theme.woodShade
        border.width: Theme.line
        border.color: Theme.ink
        Grid {
            anchors.centerIn: parent
            columns: view.columns
            spacing: 16 * Theme.u
            Repeater {
                model: view.hub.games.length
                GameButton {
                    required property int index
                    objectName: "game-" + game.key
                    game: view.hub.games[index]
                    width: (tray.width - 32 * Theme.u - (view.columns - 1) * 16 * Theme.u) / view.columns
                    height: view.buttonHeight
                    onTapped: view.viewModel.open(game.key)
                }
            }
        }
    }
}
