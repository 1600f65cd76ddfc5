import QtQuick
import kiosk.ui

// The monster on the stage of the last scene. A beaten boss has shrunk, and is still larger than the others.
Art {
    required property bool boss
    width: Math.round((Theme.upright ? 600 : 440) * (boss ? 0.9 : 1) * Theme.u)
    height: width
}
