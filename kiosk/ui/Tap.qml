import QtQuick

// A finger on its parent. Several Taps work at once, each with its own finger. A new screen's Taps ignore the first
// 400 ms, and a repeat within 300 ms is dropped (`Theme.guardMs`); a game's own pieces set `guarded: false`.
TapHandler {
    id: tap
    property bool guarded: true
    property double shownAt: Date.now()
    property double tappedAt: 0
    readonly property bool down: pressed && accepted
    property bool accepted: false
    signal hit
    gesturePolicy: TapHandler.ReleaseWithinBounds
    // Otherwise a finger that rests for 0.8 s, as small children's do, would not count.
    longPressThreshold: 0
    onPressedChanged: if (pressed)
        accepted = !guarded || (Date.now() - shownAt >= Theme.guardMs && Date.now() - tappedAt >= Theme.guardMs * 0.75)
    onTapped: if (accepted) {
        tappedAt = Date.now();
        hit();
    }
    property Connections visibility: Connections {
        target: tap.parent
        function onVisibleChanged(): void {
            tap.shownAt = Date.now();
        }
    }
}
