import QtQuick
import kiosk.ui

// Where no voice can be heard: the sentence to read, in light, over the head of the screen.
Card {
    id: strip
    property string words: ""
    visible: words !== ""
    x: Theme.margin
    y: 14 * Theme.u
    width: parent.width - 2 * Theme.margin
    height: (Theme.upright ? 210 : 116) * Theme.u
    face: Theme.light
    shade: Theme.lightShade
    Art {
        id: icon
        x: 24 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        name: "icon/mute"
        width: Math.round(60 * Theme.u)
        height: width
    }
    Txt {
        x: icon.x + icon.width + 24 * Theme.u
        y: 4 * Theme.u
        width: parent.width - x - 30 * Theme.u
        height: parent.height - 8 * Theme.u
        text: strip.words
        size: 44
        bold: true
        fit: true
    }
}
