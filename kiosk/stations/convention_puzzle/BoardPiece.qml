pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A piece of a game of words: touched, or dragged by a finger of its own. It glides to where it lies.
Item {
    id: piece
    required property var shown
    required property string game
    required property real size
    readonly property bool fixed: shown.placed ?? true
    readonly property bool held: (shown.holder ?? 0) > 0
    readonly property color ring: held ? [Theme.light, Theme.light, Theme.lilac, Theme.glow, Theme.coral][shown.holder] : "transparent"
    readonly property color face: shown.praised ? Theme.jadeSoft : held || drag.active ? Theme.light : Theme.paper
    readonly property color shade: shown.praised ? Theme.skyShade : held || drag.active ? Theme.lightShade : Theme.paperShade
    // How far a finger has carried it, in pixels.
    property point carried: Qt.point(0, 0)
    signal tapped
    signal lifted
    signal dropped(real x, real y)

    visible: shown.there ?? false
    x: (shown.x ?? 0) + carried.x
    y: (shown.y ?? 0) + carried.y - (held && !drag.active ? 8 * Theme.u : 0)
    z: drag.active ? 3 : held ? 2 : fixed ? 0 : 1
    width: shown.width ?? 0
    height: shown.height ?? 0
    Accessible.role: Accessible.Button
    Accessible.name: shown.mark + shown.text

    component Glide: NumberAnimation {
        duration: 250
        easing.type: Easing.OutCubic
    }
    Behavior on x {
        enabled: !drag.active && !Theme.calm
        Glide {}
    }
    Behavior on y {
        enabled: !drag.active && !Theme.calm
        Glide {}
    }
    Behavior on width {
        enabled: !Theme.calm && piece.visible
        Glide {}
    }
    Behavior on height {
        enabled: !Theme.calm && piece.visible
        Glide {}
    }

    function letGo(): void {
        if (Math.hypot(carried.x, carried.y) > 40 * Theme.u)
            dropped(x + width / 2, y + height / 2);
        carried = Qt.point(0, 0);
    }

    Loader {
        anchors.fill: parent
        sourceComponent: piece.game === "match" ? half : piece.game === "sort" ? situation : word
    }
    Component {
        id: half
        TabCard {
            notch: Theme.upright ? "left" : "top"
            face: piece.face
            shade: piece.shade
            ring: piece.ring
            mark: piece.shown.mark
            text: piece.shown.text
        }
    }
    Component {
        id: word
        WordCard {
            face: piece.face
            shade: piece.shade
            ring: piece.ring
            text: piece.shown.text
            size: piece.size
        }
    }
    Component {
        id: situation
        SituationCard {
            face: piece.face
            shade: piece.shade
            ring: piece.ring
            text: piece.shown.text
            picture: piece.shown.picture
            mini: piece.shown.mini ?? false
        }
    }
    Art {
        visible: (piece.shown.praised ?? false) && piece.game !== "sort"
        name: "icon/check-disc"
        width: Math.round((piece.game === "match" ? 56 : 44) * Theme.u)
        height: width
        x: parent.width - width * 0.6
        y: parent.height - height * 0.6
    }
    Tap {
        guarded: false
        enabled: !piece.fixed
        onHit: piece.tapped()
    }
    DragHandler {
        id: drag
        target: null
        enabled: !piece.fixed
        onActiveTranslationChanged: if (active)
            piece.carried = Qt.point(activeTranslation.x, activeTranslation.y)
        onActiveChanged: if (active)
            piece.lifted()
        else
            piece.letGo()
    }
}
