pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// One answer to choose: its words on a big card; a ring (or a box, where several may be right) that takes the tick.
Card {
    id: option
    required property string label
    property string letter: ""
    property string icon: ""
    property string tone: "sky"
    property bool several: false
    property bool chosen: false
    property string chosenLabel: ""
    property bool big: false
    property real size: 40
    property var overrides: ({})
    signal tapped
    readonly property var tones: ({
            "sky": [Theme.skySoft, Theme.skyShade],
            "glow": [Theme.glowSoft, Theme.glowShade],
            "lilac": [Theme.lilacSoft, Theme.lilac],
            "rose": [Theme.rose, Theme.roseShade]
        })
    implicitHeight: Math.max(Theme.target, words.implicitHeight + (big ? place.height : 0) + 2 * contour + band + 28 * Theme.u)
    corner: 36 * Theme.u
    face: tones[tone][0]
    shade: tones[tone][1]
    sink: finger.down ? band : 0
    Accessible.role: several ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.name: label

    Rectangle {
        id: place
        x: option.big ? (parent.width - width) / 2 : 28 * Theme.u
        y: option.big ? (parent.height - height - words.implicitHeight - 16 * Theme.u) / 2 : (parent.height - height) / 2
        width: (option.big ? 112 : 60) * Theme.u
        height: width
        radius: option.several ? 14 * Theme.u : width / 2
        color: option.chosen ? Theme.light : Theme.white
        border.width: Math.max(2, 5 * Theme.u)
        border.color: Theme.ink
        Txt {
            visible: option.letter !== "" && !option.chosen
            anchors.centerIn: parent
            text: option.letter
            ruby: false
            size: 34
            bold: true
            wrap: false
        }
        Art {
            visible: option.icon === "yes" || (option.chosen && option.icon === "")
            anchors.centerIn: parent
            name: "icon/check"
            width: Math.round(parent.width * 0.68)
            height: width
        }
        Repeater {
            model: option.icon === "no" ? [45, -45] : []
            Rectangle {
                required property int modelData
                x: (place.width - width) / 2
                y: (place.height - height) / 2
                rotation: modelData
                width: place.width * 0.6
                height: Math.max(3, 9 * Theme.u)
                radius: height / 2
                color: Theme.ink
            }
        }
    }
    Txt {
        id: words
        x: option.big ? 28 * Theme.u : place.x + place.width + 24 * Theme.u
        y: option.big ? place.y + place.height + 16 * Theme.u : (parent.height - implicitHeight) / 2
        width: parent.width - x - 28 * Theme.u
        height: implicitHeight
        centred: option.big
        text: option.label
        size: option.size
        bold: true
        overrides: option.overrides
    }
    Pill {
        visible: option.big && option.chosen
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 20 * Theme.u
        height: 52 * Theme.u
        ground: Theme.light
        edge: Theme.ink
        wordColor: Theme.ink
        size: 28
        bold: true
        icon: "check"
        text: option.chosenLabel
    }
    Rectangle {
        visible: option.chosen
        x: -option.contour - 12 * Theme.u
        y: x - option.sink
        width: option.width + 24 * Theme.u
        height: option.height + 24 * Theme.u
        color: "transparent"
        radius: option.corner + 12 * Theme.u
        border.width: 8 * Theme.u
        border.color: Theme.light
    }
    Tap {
        id: finger
        guarded: false
        onHit: option.tapped()
    }
}
