pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The last scene, drawn picture by picture while the last item is read, so that it comes without a stutter.
Item {
    id: ahead
    // Empty where it is not known yet.
    required property string monster
    required property bool boss
    property int drawn: 0
    visible: false
    Timer {
        interval: 600
        repeat: true
        running: ahead.drawn < 3
        onTriggered: ahead.drawn += 1
    }
    Scene {
        anchors.fill: parent
        picture: ahead.drawn > 0 ? "victory" : ""
    }
    Loader {
        active: ahead.drawn > 1 && ahead.monster !== ""
        sourceComponent: WonMonster {
            name: ahead.monster + "-beaten"
            boss: ahead.boss
        }
    }
    Loader {
        active: ahead.drawn > 2
        sourceComponent: WonGuide {
            beaten: true
            boss: ahead.boss
        }
    }
}
