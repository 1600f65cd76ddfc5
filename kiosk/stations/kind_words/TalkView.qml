pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The moment above, the places of the sentence, the tray with phrases; once it is said, the reasons cover the tray.
Item {
    id: view
    required property TalkViewModel board
    readonly property var pieces: board.pieces
    readonly property var places: board.places
    readonly property bool said: board.after.told !== undefined
    readonly property real target: Theme.target
    function layOut(): void {
        board.layOut(width, height, Theme.u, Theme.upright, target);
    }
    onWidthChanged: layOut()
    onHeightChanged: layOut()
    Component.onCompleted: layOut()

    MomentCard {
        width: view.board.talkPlace.width
        height: view.board.talkPlace.height
        moment: view.board.moment
    }
    Rectangle {
        visible: !view.said
        x: view.board.tray.x
        y: view.board.tray.y
        width: view.board.tray.width
        height: view.board.tray.height
        radius: 28 * Theme.u
        color: Theme.woodShade
        border.width: Theme.line
        border.color: Theme.ink
    }
    ReasonsCard {
        visible: view.said
        x: view.board.tray.x
        y: view.board.tray.y
        width: view.board.tray.width
        height: view.board.tray.height
        after: view.board.after
    }
    Repeater {
        model: view.places.length
        PhrasePlace {
            required property int index
            objectName: "place-" + index
            place: view.places[index]
            number: index + 1
            said: view.said
            onTapped: view.board.touchPlace(index)
        }
    }
    Repeater {
        model: view.board.pieceCount
        PhraseTile {
            required property int index
            objectName: "piece-" + index
            shown: view.pieces[index] ?? ({})
            said: view.said
            onTapped: view.board.pick(shown.key)
            onDropped: (x, y) => view.board.drop(shown.key, x, y)
        }
    }
}
