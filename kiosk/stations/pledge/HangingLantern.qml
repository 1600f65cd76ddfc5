import QtQuick
import kiosk.ui

// A lantern of the bridge with its promise's icon. `x` and `y` are set by whoever ties it: its cord ends at the middle
// of its upper edge.
Item {
    id: lantern
    required property string picture
    property int pattern: 0
    property string icon: ""
    property bool glowing: false
    property real side: 80 * Theme.u
    width: side
    height: side * 1.3

    Rectangle {
        visible: lantern.glowing
        anchors.centerIn: parent
        width: lantern.side * 1.5
        height: width
        radius: width / 2
        color: Qt.alpha(Theme.light, 0.35)
        border.width: Math.max(2, 4 * Theme.u)
        border.color: Theme.light
    }
    Art {
        name: lantern.picture
        width: Math.round(lantern.side)
        height: Math.round(lantern.side * 1.3)
    }
    Art {
        visible: lantern.pattern > 0
        name: lantern.pattern > 0 ? "pledge-pattern-" + lantern.pattern : ""
        width: Math.round(lantern.side)
        height: Math.round(lantern.side * 1.3)
    }
    Art {
        visible: lantern.icon !== ""
        name: lantern.icon === "" ? "" : "icon/" + lantern.icon
        width: Math.round(lantern.side * 0.3)
        height: width
        x: (lantern.side - width) / 2
        y: lantern.side * 0.69 - height / 2
    }
}
