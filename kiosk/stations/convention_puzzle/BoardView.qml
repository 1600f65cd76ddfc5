pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A game of words: places above, what 萤萤 says between, the tray with the pieces below. Where each stands is the view
// model's word.
Item {
    id: view
    required property BoardViewModel board
    readonly property var pieces: board.pieces
    readonly property var places: board.places
    // What a delegate shows that is about to go.
    readonly property var nothing: ({
            "key": "",
            "text": "",
            "mark": "",
            "picture": "",
            "ghost": ""
        })
    readonly property bool sentence: ["order", "fill", "recall"].includes(board.game)
    readonly property real target: Theme.target
    function layOut(): void {
        board.layOut(width, height, Theme.u, Theme.upright, Theme.pinyin, target);
    }
    onWidthChanged: layOut()
    onHeightChanged: layOut()
    Component.onCompleted: layOut()

    Rectangle {
        visible: view.board.beam > 0
        x: -Theme.margin - Theme.line
        y: 22 * Theme.u
        width: parent.width + 2 * (Theme.margin + Theme.line)
        height: 52 * Theme.u
        color: Theme.beam
        border.width: Theme.line
        border.color: Theme.ink
    }
    LineImage {
        visible: view.board.picturePlace.width > 0
        x: view.board.picturePlace.x ?? 0
        y: view.board.picturePlace.y ?? 0
        width: view.board.picturePlace.width ?? 0
        height: view.board.picturePlace.height ?? 0
        source: visible ? view.board.picture : ""
    }
    Card {
        visible: view.sentence
        x: view.board.panel.x
        y: view.board.panel.y
        width: view.board.panel.width
        height: view.board.panel.height
    }
    Repeater {
        model: view.board.tokens
        BoardToken {
            required property var modelData
            token: modelData
            size: view.board.size
        }
    }
    Rectangle {
        x: view.board.tray.x
        y: view.board.tray.y
        width: view.board.tray.width
        height: view.board.tray.height
        radius: 28 * Theme.u
        color: Theme.wood
        border.width: Theme.line
        border.color: Theme.ink
        Rectangle {
            anchors.fill: parent
            anchors.margins: 14 * Theme.u
            radius: 18 * Theme.u
            color: Theme.woodShade
            border.width: Math.max(1, 3 * Theme.u)
            border.color: Theme.ink
        }
    }
    SpeechStrip {
        x: view.board.strip.x
        y: view.board.strip.y
        width: view.board.strip.width
        height: view.board.strip.height
        text: view.board.message
        mood: view.board.mood
        player: view.board.turn
        playerText: view.board.turnText
    }
    Repeater {
        model: view.board.placeCount
        Loader {
            id: spot
            required property int index
            readonly property var place: view.places[index] ?? view.nothing
            x: place.x ?? 0
            y: place.y ?? 0
            width: place.width ?? 0
            height: place.height ?? 0
            sourceComponent: view.sentence ? gap : view.board.game === "match" ? pair : bin
            Component {
                id: gap
                GapPlace {
                    place: spot.place
                    number: spot.index
                    size: view.board.size
                    onTapped: view.board.touchPlace(spot.place.key)
                }
            }
            Component {
                id: pair
                PairPlace {
                    place: spot.place
                    number: spot.index
                    beam: view.board.beam
                    hereLabel: view.board.hereLabel
                    onTapped: view.board.touchPlace(spot.place.key)
                }
            }
            Component {
                id: bin
                BinPlace {
                    place: spot.place
                    number: spot.index
                    onTapped: view.board.touchPlace(spot.place.key)
                }
            }
        }
    }
    Repeater {
        model: view.board.pieceCount
        BoardPiece {
            required property int index
            objectName: "piece-" + index
            shown: view.pieces[index] ?? view.nothing
            game: view.board.game
            size: view.board.size
            onTapped: view.board.pick(shown.key)
            onLifted: view.board.lift(shown.key)
            onDropped: (x, y) => view.board.drop(shown.key, x, y)
        }
    }
    Repeater {
        model: view.board.owners
        TurnBadge {
            required property var modelData
            z: 2
            player: modelData.player
            side: 56 * Theme.u
            x: modelData.x + modelData.width - width * 0.8
            y: modelData.y - height * 0.45
        }
    }
}
