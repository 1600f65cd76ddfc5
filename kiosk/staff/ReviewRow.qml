pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A kept take in a list: what it is, how far the child let it go, which consents stand, and how long it stays.
Card {
    id: row
    required property var take
    property real spare: 0
    signal tapped
    height: (Theme.upright ? 232 : 184) * Theme.u
    contour: 4 * Theme.u
    face: take.held ? Theme.glowSoft : Theme.paper

    Column {
        x: 28 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x - 24 * Theme.u - row.spare
        spacing: 4 * Theme.u
        Item {
            width: parent.width
            height: 54 * Theme.u
            Txt {
                id: title
                width: Math.min(implicitWidth, parent.width - days.width - 16 * Theme.u)
                height: parent.height
                text: row.take.title
                size: 38
                bold: true
                fit: true
                wrap: false
            }
            Pill {
                id: days
                anchors.right: parent.right
                height: 52 * Theme.u
                text: row.take.days
                size: 28
                bold: row.take.soon
                ground: row.take.soon ? Theme.coralSoft : Theme.jadeSoft
                edge: ground
                wordColor: row.take.soon ? Theme.coralDeep : Theme.ink
            }
        }
        Txt {
            width: parent.width
            height: 44 * Theme.u
            text: row.take.theme + " · " + row.take.about + (row.take.why !== "" ? " · " + row.take.why : "")
            size: 30
            fit: true
            wrap: false
            color: row.take.held ? Theme.coralDeep : Theme.ink2
        }
        Flow {
            width: parent.width
            spacing: 10 * Theme.u
            Pill {
                height: 48 * Theme.u
                text: row.take.release
                size: 28
                ground: Theme.skySoft
                edge: Theme.skySoft
                wordColor: Theme.ink
            }
            Repeater {
                model: row.take.consents
                Pill {
                    required property var modelData
                    height: 48 * Theme.u
                    icon: modelData.stands ? "check" : ""
                    text: modelData.name
                    size: 28
                    ground: modelData.stands ? Theme.jadeSoft : Theme.paper
                    edge: modelData.stands ? Theme.jadeSoft : Theme.paperShade
                    wordColor: modelData.stands ? Theme.ink : Theme.ink2
                }
            }
        }
    }
    Tap {
        onHit: row.tapped()
    }
}
