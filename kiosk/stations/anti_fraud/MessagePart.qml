import QtQuick
import kiosk.ui

// One block of a message as its channel shows it: a chat bubble with its sender, a plain SMS bubble, spoken words,
// a line of a poster, a banner in a live room, a section of a page.
Item {
    id: block
    required property var modelData
    required property string channel
    required property string picture
    property real size: 34
    property int shownMarks: 0
    property var overrides: ({})
    property bool finding: false
    property var chosen: []
    signal passageTapped(string key)
    readonly property bool faced: channel === "chat" || channel === "live"
    readonly property bool flat: channel === "poster" || (channel === "web" && !boxed)
    readonly property bool boxed: modelData.form === "qr" || modelData.form === "link"
    readonly property real indent: faced ? 92 * Theme.u : 0
    readonly property real padX: (flat ? 8 : 28) * Theme.u
    readonly property real padY: (flat ? 2 : 12) * Theme.u
    implicitHeight: Math.max(body.implicitHeight + 2 * padY, faced ? 72 * Theme.u : 0)

    Rectangle {
        visible: block.faced
        width: 72 * Theme.u
        height: width
        radius: width / 2
        color: Theme.coralSoft
        border.width: Math.max(2, 4 * Theme.u)
        border.color: Theme.ink
        Art {
            anchors.centerIn: parent
            name: block.faced ? block.picture : ""
            width: Math.round(parent.width)
            height: width
        }
    }
    Rectangle {
        visible: block.channel === "chat"
        width: 22 * Theme.u
        height: width
        x: bubble.x - 9 * Theme.u
        y: 26 * Theme.u
        rotation: 45
        color: bubble.border.color
    }
    Rectangle {
        id: bubble
        visible: !block.flat
        x: block.indent
        width: body.x + body.width + block.padX - x
        height: block.implicitHeight
        radius: (block.channel === "chat" || block.channel === "web" ? 18 : 34) * Theme.u
        color: block.channel === "chat" || block.channel === "web" ? Theme.white : block.channel === "call" ? Theme.paper : block.channel === "live" ? Theme.glowSoft : Theme.skySoft
        border.width: Math.max(2, (block.channel === "sms" ? 0 : 4) * Theme.u)
        border.color: block.channel === "sms" ? color : Theme.ink
    }
    Rectangle {
        visible: block.channel === "chat"
        width: 14 * Theme.u
        height: 28 * Theme.u
        x: bubble.x + bubble.border.width
        y: 23 * Theme.u
        color: bubble.color
    }
    PartBody {
        id: body
        // A poster stands in the middle of its sheet.
        readonly property bool middle: block.channel === "poster" && pictured
        x: middle ? (block.width - width) / 2 : block.indent + block.padX
        y: block.padY
        maximum: block.width - block.indent - 2 * block.padX - (block.flat ? 0 : 8 * Theme.u)
        width: middle ? implicitWidth : block.flat ? maximum : Math.max(implicitWidth, Math.min(120 * Theme.u, maximum))
        height: block.implicitHeight - 2 * block.padY
        part: block.modelData
        size: block.size
        shownMarks: block.shownMarks
        overrides: block.overrides
        finding: block.finding
        chosen: block.chosen
        strong: block.flat && block.modelData.first
        centred: block.channel === "poster" && !pictured
    }
    // A finger on the words marks the passage nearest to it; the cards beside the message do the same.
    TapHandler {
        enabled: block.finding
        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 0
        onTapped: at => {
            const key = body.passageAt(block.mapToItem(body, at.position));
            if (key !== "")
                block.passageTapped(key);
        }
    }
}
