pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A conversation as it goes on: bubbles come one after the other, older ones fade upward; a finger pulls them back.
Card {
    id: card
    required property var chat
    property var overrides: ({})
    readonly property var bubbles: chat.bubbles
    // How many bubbles have come; what the child said itself comes with what is said to it.
    property int come: 0
    readonly property bool settled: come >= bubbles.length
    readonly property bool dark: chat.channel !== "chat"
    face: dark ? (chat.channel === "call" ? Theme.dusk : Theme.night) : Theme.paper
    shade: dark ? Theme.deckShade : Theme.paperShade
    onBubblesChanged: {
        if (come > bubbles.length)
            come = 0;
        if (Theme.calm)
            come = bubbles.length;
    }
    Component.onCompleted: if (Theme.calm)
        come = bubbles.length

    Timer {
        interval: 600
        repeat: true
        triggeredOnStart: true
        running: !Theme.calm && !card.settled
        onTriggered: card.come += 1
    }
    Rectangle {
        width: parent.width
        height: head.height
        radius: 22 * Theme.u
        color: card.dark ? Theme.deck : Theme.messageHead
        Rectangle {
            y: parent.height - height
            width: parent.width
            height: 24 * Theme.u
            color: parent.color
        }
        Rectangle {
            y: parent.height - height
            width: parent.width
            height: Math.max(2, 4 * Theme.u)
            color: card.dark ? Theme.pillEdge : Theme.headLine
        }
    }
    MessageHead {
        id: head
        width: parent.width
        height: implicitHeight
        message: card.chat
    }
    MessageSide {
        id: side
        visible: !Theme.upright && card.dark
        y: head.height
        height: parent.height - y
        message: card.chat
    }
    Flickable {
        id: view
        x: 28 * Theme.u + (side.visible ? side.width : 0)
        y: head.height + 12 * Theme.u
        width: parent.width - x - 28 * Theme.u
        height: parent.height - y - 12 * Theme.u
        clip: true
        contentHeight: column.height
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        readonly property real end: Math.max(0, contentHeight - height)
        // Not by a binding: it would still hold the end before this one when the movement starts.
        onEndChanged: {
            scroll.to = end;
            scroll.restart();
        }
        NumberAnimation {
            id: scroll
            target: view
            property: "contentY"
            duration: Theme.change
            easing.type: Easing.OutCubic
        }
        Column {
            id: column
            width: view.width
            spacing: 14 * Theme.u
            Repeater {
                model: card.bubbles.slice(0, card.come)
                ChatBubble {
                    required property var modelData
                    // A bubble is seen whole or not at all.
                    readonly property bool whole: y >= view.contentY - 2 && y + height <= view.contentY + view.height + 2
                    width: column.width
                    own: modelData.own
                    text: modelData.text
                    picture: card.chat.picture
                    overrides: card.overrides
                    opacity: whole ? 1 : 0
                    Behavior on opacity {
                        NumberAnimation {
                            duration: Theme.quick
                        }
                    }
                }
            }
        }
    }
}
