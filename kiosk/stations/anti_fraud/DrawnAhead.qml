pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What the reasons will show, drawn picture by picture while a child reads, so that nothing stutters then.
Item {
    id: ahead
    required property string monster
    property var figures: [128]
    readonly property var pictures: figures.map(side => [monster + "-hit", side]).concat(figures.map(side => [monster + "-beaten", side]), [["yingying-cheer", 340], ["yingying-think", 340]])
    property int drawn: 0
    visible: false
    Timer {
        // Not with the level itself, which opens the sooner.
        interval: ahead.drawn === 0 ? 900 : 200
        repeat: true
        running: ahead.drawn < ahead.pictures.length
        onTriggered: ahead.drawn += 1
    }
    Repeater {
        model: ahead.pictures
        Art {
            required property int index
            required property var modelData
            name: index < ahead.drawn ? modelData[0] : ""
            width: Math.round(modelData[1] * Theme.u)
        }
    }
}
