import QtQuick
import kiosk.ui

// One reason in the panel: a cue with its number, the explanation, or what a genuine one looks like.
Item {
    id: block
    required property var modelData
    property real size: 34
    property int revealed: 0
    property var overrides: ({})
    readonly property bool cue: modelData.kind === "cue"
    readonly property bool boxed: modelData.kind === "twin"
    readonly property bool reply: modelData.kind === "reply"
    readonly property bool decoy: modelData.kind === "decoy"
    readonly property real indent: (cue || reply || decoy ? 80 : boxed ? 108 : 0) * Theme.u
    readonly property real pad: (boxed ? 14 : 2) * Theme.u
    implicitHeight: Math.max(title.implicitHeight + words.implicitHeight + 2 * pad, cue || reply || boxed || decoy ? 64 * Theme.u : 0) + (cue || reply || decoy ? 5 * Theme.u : 0)
    opacity: !cue || modelData.number <= revealed ? 1 : 0

    Rectangle {
        visible: block.boxed
        anchors.fill: parent
        radius: 24 * Theme.u
        color: Theme.glowSoft
    }
    Art {
        visible: block.boxed
        name: visible ? "icon/shield" : ""
        x: 20 * Theme.u
        width: Math.round(68 * Theme.u)
        height: width
        anchors.verticalCenter: parent.verticalCenter
    }
    Rectangle {
        visible: block.cue || block.reply
        y: 4 * Theme.u
        width: 56 * Theme.u
        height: width
        radius: width / 2
        color: block.cue ? Theme.coralDeep : Theme.skyDeep
        border.width: Math.max(2, 4 * Theme.u)
        border.color: Theme.ink
        Txt {
            anchors.centerIn: parent
            text: block.modelData.number
            ruby: false
            size: 32
            bold: true
            wrap: false
            color: Theme.white
        }
    }
    Art {
        visible: block.decoy
        name: visible ? "icon/check-disc" : ""
        y: 4 * Theme.u
        width: Math.round(56 * Theme.u)
        height: width
    }
    Pill {
        id: note
        visible: text !== ""
        anchors.right: parent.right
        y: 2 * Theme.u
        height: 48 * Theme.u + (Theme.pinyin ? 14 * Theme.u : 0)
        width: implicitWidth - 20 * Theme.u
        ground: Theme.light
        edge: Theme.ink
        wordColor: Theme.ink
        size: 28
        text: block.modelData.note ?? ""
    }
    Txt {
        id: title
        x: block.indent
        y: block.pad
        width: parent.width - x - block.pad - (note.visible ? note.width + 12 * Theme.u : 0)
        text: block.modelData.title
        size: block.size
        bold: true
        color: block.modelData.kind === "why" ? Theme.skyDeep : Theme.ink
        overrides: block.overrides
    }
    Txt {
        id: words
        x: block.indent
        y: title.y + title.implicitHeight
        width: parent.width - x - block.pad
        text: block.modelData.text
        size: Math.max(26, block.size - 2)
        overrides: block.overrides
    }
    Rectangle {
        visible: block.cue || block.reply || block.decoy
        x: block.indent
        anchors.bottom: parent.bottom
        width: parent.width - x
        height: Math.max(1, 3 * Theme.u)
        color: Qt.alpha(Theme.paperShade, 0.6)
    }
}
