import QtQuick
import kiosk.ui

// A card for one chart: its title, the chart, and a sentence where there is none.
Card {
    id: chart
    // `{title, sentence, rows}` of the view model.
    property var card: ({})
    property bool drawn: card.rows.length > 0
    default property alias content: room.data
    contour: 4 * Theme.u

    Txt {
        id: head
        x: 28 * Theme.u
        y: 14 * Theme.u
        width: parent.width - 56 * Theme.u
        height: 52 * Theme.u
        text: chart.card.title
        size: 36
        bold: true
        fit: true
        wrap: false
    }
    Item {
        id: room
        visible: chart.drawn
        x: 28 * Theme.u
        y: head.y + head.height + 6 * Theme.u
        width: parent.width - 56 * Theme.u
        height: chart.innerHeight - y - 18 * Theme.u
    }
    Txt {
        visible: !chart.drawn
        x: 28 * Theme.u
        y: head.y + head.height + 6 * Theme.u
        width: parent.width - 56 * Theme.u
        height: chart.innerHeight - y - 18 * Theme.u
        text: chart.card.sentence
        size: 30
        fit: true
        color: Theme.ink2
    }
}
