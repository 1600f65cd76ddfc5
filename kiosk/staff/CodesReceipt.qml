pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What was erased, in words that a guardian can be shown.
Card {
    id: card
    required property var lines
    contour: 4 * Theme.u
    face: Theme.jadeSoft
    Column {
        anchors.centerIn: parent
        width: parent.width - 120 * Theme.u
        spacing: 28 * Theme.u
        Art {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "icon/check-disc"
            width: Math.round(130 * Theme.u)
            height: width
        }
        Repeater {
            model: card.lines
            Txt {
                required property string modelData
                required property int index
                objectName: "receipt-" + index
                width: parent.width
                text: modelData
                size: index === 0 ? 52 : 36
                bold: index === 0
                centred: true
                color: index === 0 ? Theme.jadeDeep : Theme.ink
            }
        }
    }
}
