import QtQuick
import kiosk.ui

// 萤萤 in the last scene.
Art {
    required property bool beaten
    required property bool boss
    name: beaten ? "yingying-cheer" : "yingying"
    width: Math.round((Theme.upright ? 300 : boss ? 320 : 400) * Theme.u)
    height: width
}
