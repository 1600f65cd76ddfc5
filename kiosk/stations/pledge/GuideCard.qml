import QtQuick
import kiosk.ui

// What 萤萤 says below a choice: a head, and a line below it where there is one.
Card {
    id: card
    property string head: ""
    property string line: ""
    property bool glad: false
    Art {
        id: guide
        name: card.glad ? "yingying-cheer" : "yingying-think"
        width: Math.round(Math.min(parent.height - 8 * Theme.u, 150 * Theme.u))
        height: width
        x: 16 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
    }
    Txt {
        x: guide.x + guide.width + 20 * Theme.u
        y: 4 * Theme.u
        width: parent.width - x - 24 * Theme.u
        height: card.line !== "" ? card.innerHeight * 0.5 : card.innerHeight - 8 * Theme.u
        text: card.head
        size: 38
        bold: true
        fit: true
    }
    Txt {
        visible: card.line !== ""
        x: guide.x + guide.width + 20 * Theme.u
        y: card.innerHeight * 0.52
        width: parent.width - x - 24 * Theme.u
        height: card.innerHeight * 0.44
        text: card.line
        size: 34
        fit: true
        color: Theme.jadeDeep
    }
}
