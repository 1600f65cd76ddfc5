import QtQuick
import kiosk.ui

// A bait to choose; once one is cast it tells which feeling it pulls.
Card {
    id: bait
    required property string label
    required property string tone
    property string feeling: ""
    property bool chosen: false
    signal tapped
    readonly property var tones: ({
            "sky": [Theme.skySoft, Theme.skyShade],
            "glow": [Theme.glowSoft, Theme.glowShade],
            "lilac": [Theme.lilacSoft, Theme.lilac],
            "rose": [Theme.rose, Theme.roseShade]
        })
    corner: 36 * Theme.u
    face: tones[tone][0]
    shade: tones[tone][1]
    sink: finger.down ? band : 0
    Accessible.role: Accessible.RadioButton
    Accessible.name: label

    Rectangle {
        id: hook
        x: 24 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        width: Math.round(76 * Theme.u)
        height: width
        radius: width / 2
        color: bait.chosen ? Theme.light : Theme.white
        border.width: Math.max(2, 5 * Theme.u)
        border.color: Theme.ink
        Art {
            anchors.centerIn: parent
            name: "icon/fish-hook"
            width: Math.round(48 * Theme.u)
            height: width
        }
    }
    Txt {
        x: hook.x + hook.width + 20 * Theme.u
        width: parent.width - x - (pill.visible ? pill.width + 40 * Theme.u : 28 * Theme.u)
        height: parent.height
        text: bait.label
        size: Theme.pinyin || Theme.upright ? 36 : 40
        bold: true
        fit: true
    }
    Pill {
        id: pill
        visible: text !== ""
        anchors.right: parent.right
        anchors.rightMargin: 20 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        height: (Theme.pinyin ? 84 : 64) * Theme.u
        ground: bait.chosen ? Theme.light : Theme.paper
        edge: Theme.ink
        wordColor: Theme.ink
        size: Theme.upright ? 32 : 34
        bold: true
        text: bait.feeling
    }
    Rectangle {
        visible: bait.chosen
        x: -bait.contour - 12 * Theme.u
        y: x - bait.sink
        width: bait.width + 24 * Theme.u
        height: bait.height + 24 * Theme.u
        color: "transparent"
        radius: bait.corner + 12 * Theme.u
        border.width: 8 * Theme.u
        border.color: Theme.light
    }
    Tap {
        id: finger
        guarded: false
        onHit: bait.tapped()
    }
}
