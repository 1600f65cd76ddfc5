import QtQuick

// The one button of the house. `tone`: paper, rose, sky, glow, lilac, light (switched on), off, primary.
Card {
    id: button
    property string label: ""
    property string icon: ""
    property string tone: "paper"
    property bool arrow: false
    property bool chosen: false
    property string chosenLabel: ""
    property bool usable: true
    property bool guarded: true
    property real words: 40
    property bool stacked: false
    property real iconSize: stacked ? 46 : 56
    property bool iconRight: false
    readonly property bool down: finger.down && usable
    signal tapped

    readonly property var tones: ({
            "paper": [Theme.paper, Theme.paperShade],
            "rose": [Theme.rose, Theme.roseShade],
            "sky": [Theme.skySoft, Theme.skyShade],
            "glow": [Theme.glowSoft, Theme.glowShade],
            "lilac": [Theme.lilacSoft, Theme.lilac],
            "light": [Theme.light, Theme.onShade],
            "off": [Theme.off, Theme.deckShade],
            "primary": [Theme.light, Theme.lightShade]
        })
    readonly property color wordColor: !usable || tone === "off" ? Theme.white : Theme.ink

    implicitHeight: Theme.target
    implicitWidth: Math.max(Theme.target, row.implicitWidth + (stacked ? 28 : 52) * Theme.u)
    corner: 44 * Theme.u
    face: usable ? tones[tone][0] : Theme.disabled
    shade: usable ? tones[tone][1] : Theme.deckShade
    sink: down ? band : 0
    Accessible.role: Accessible.Button
    Accessible.name: label

    Rectangle {
        x: 24 * Theme.u
        y: 5 * Theme.u
        width: parent.width - 48 * Theme.u
        height: 5 * Theme.u
        radius: height / 2
        color: Theme.white
        opacity: button.usable && button.tone !== "off" ? 0.75 : 0.15
    }
    Grid {
        id: row
        anchors.centerIn: parent
        anchors.horizontalCenterOffset: tick.visible ? -tick.width / 2 : 0
        // A Grid keeps the spacing of columns that nothing stands in.
        columns: button.stacked ? 1 : Math.max(1, (button.icon !== "" ? 1 : 0) + (button.label !== "" ? 1 : 0) + (button.arrow && button.usable ? 1 : 0))
        spacing: button.stacked ? 0 : 20 * Theme.u
        horizontalItemAlignment: Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter
        layoutDirection: button.iconRight ? Qt.RightToLeft : Qt.LeftToRight
        Art {
            visible: button.icon !== ""
            name: button.icon === "" ? "" : "icon/" + button.icon
            color: button.wordColor === Theme.white ? "ffffff" : ""
            width: Math.round(button.iconSize * Theme.u)
            height: width
        }
        Txt {
            visible: button.label !== ""
            text: button.label
            size: button.words
            bold: true
            wrap: false
            color: button.wordColor
        }
        Art {
            visible: button.arrow && button.usable
            name: "icon/arrow-right"
            width: Math.round(56 * Theme.u)
            height: width
        }
    }
    Rectangle {
        visible: button.chosen
        anchors.fill: parent
        anchors.margins: -14 * Theme.u
        anchors.topMargin: -14 * Theme.u - button.contour
        color: "transparent"
        radius: 58 * Theme.u
        border.width: 8 * Theme.u
        border.color: Theme.light
    }
    Pill {
        id: tick
        visible: button.chosen && button.chosenLabel !== ""
        anchors.right: parent.right
        anchors.rightMargin: 24 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        height: 52 * Theme.u
        ground: Theme.light
        edge: Theme.ink
        text: button.chosenLabel
        wordColor: Theme.ink
        size: 28
        bold: true
        icon: "check"
    }
    Tap {
        id: finger
        guarded: button.guarded
        enabled: button.usable
        onHit: button.tapped()
    }
}
