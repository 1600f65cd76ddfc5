pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// From which version to which, and sentences about it.
Card {
    id: card
    required property string current
    required property string version
    property list<string> sentences
    contour: 4 * Theme.u

    Column {
        x: 64 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - 128 * Theme.u
        spacing: 44 * Theme.u
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 36 * Theme.u
            Txt {
                text: card.current
                size: 72
                wrap: false
                color: Theme.ink2
            }
            Art {
                anchors.verticalCenter: parent.verticalCenter
                name: "icon/arrow-right"
                width: Math.round(72 * Theme.u)
                height: width
            }
            Txt {
                objectName: "new-version"
                text: card.version
                size: 72
                bold: true
                wrap: false
                color: Theme.jadeDeep
            }
        }
        Repeater {
            model: card.sentences
            Row {
                id: line
                required property string modelData
                width: parent.width
                spacing: 20 * Theme.u
                Art {
                    y: 4 * Theme.u
                    name: "icon/check-disc"
                    width: Math.round(44 * Theme.u)
                    height: width
                }
                Txt {
                    width: parent.width - 64 * Theme.u
                    text: line.modelData
                    size: 36
                }
            }
        }
    }
}
