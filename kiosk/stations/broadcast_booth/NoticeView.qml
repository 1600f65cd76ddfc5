import QtQuick
import kiosk.ui

// The booth is closed, or something came between: a kind sentence.
Item {
    id: view
    property string words: ""
    Art {
        id: guide
        name: "yingying-think"
        x: Theme.upright ? (view.width - width) / 2 : 120 * Theme.u
        y: Theme.upright ? 160 * Theme.u : (view.height - height) / 2
        width: Math.round(420 * Theme.u)
        height: width
    }
    Card {
        x: Theme.upright ? 0 : guide.x + guide.width + 60 * Theme.u
        y: Theme.upright ? guide.y + guide.height + 40 * Theme.u : (view.height - height) / 2
        width: view.width - x
        height: 380 * Theme.u
        Txt {
            x: 50 * Theme.u
            y: 20 * Theme.u
            width: parent.width - 100 * Theme.u
            height: parent.height - 40 * Theme.u
            text: view.words
            size: 48
            bold: true
            fit: true
        }
    }
}
