import QtQuick
import kiosk.ui

// 萤萤 says what there is to do.
Item {
    id: guide
    property string text: ""
    Art {
        id: figure
        name: "yingying"
        width: Math.round(Math.min(170 * Theme.u, guide.height * 0.7))
        height: width
        anchors.bottom: parent.bottom
    }
    Card {
        id: bubble
        x: figure.width * 0.82
        width: parent.width - x
        height: parent.height
        contour: Math.max(2, 5 * Theme.u)
        Txt {
            x: 24 * Theme.u
            y: 12 * Theme.u
            width: parent.width - 2 * x
            height: bubble.innerHeight - 2 * y
            text: guide.text
            size: 34
            fit: true
        }
    }
}
