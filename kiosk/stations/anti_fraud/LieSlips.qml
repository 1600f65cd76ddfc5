pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The monster's lies: a paper slip each; one that was taken falls away and leaves a tick.
Row {
    id: slips
    required property int lies
    required property int total
    property real side: 56 * Theme.u
    spacing: 14 * Theme.u
    Repeater {
        model: slips.total
        Item {
            id: place
            required property int index
            readonly property bool taken: index >= slips.lies
            width: slips.side
            height: slips.side * 1.3
            onTakenChanged: if (taken && Theme.reveal > 0)
                fall.restart()
            Rectangle {
                visible: place.taken
                anchors.fill: parent
                radius: 8 * Theme.u
                color: "transparent"
                border.width: Math.max(2, 4 * Theme.u)
                border.color: Theme.pillEdge
                Art {
                    anchors.centerIn: parent
                    name: "icon/check"
                    color: "afc0dc"
                    width: Math.round(slips.side * 0.6)
                    height: width
                }
            }
            Rectangle {
                id: paper
                visible: !place.taken || fall.running
                width: parent.width
                height: parent.height
                rotation: place.index % 2 ? 4 : -4
                radius: 6 * Theme.u
                color: Theme.paper
                border.width: Math.max(2, 4 * Theme.u)
                border.color: Theme.ink
                Txt {
                    anchors.centerIn: parent
                    text: qsTr("谎")
                    ruby: false
                    bold: true
                    size: slips.side / Theme.u * (text.length > 1 ? 0.48 : 0.62)
                    wrap: false
                    color: Theme.lilacDeep
                }
            }
            ParallelAnimation {
                id: fall
                NumberAnimation {
                    target: paper
                    property: "y"
                    from: 0
                    to: 220 * Theme.u
                    duration: Theme.reveal
                    easing.type: Easing.InQuad
                }
                NumberAnimation {
                    target: paper
                    property: "rotation"
                    to: 70
                    duration: Theme.reveal
                }
                NumberAnimation {
                    target: paper
                    property: "opacity"
                    from: 1
                    to: 0
                    duration: Theme.reveal
                    easing.type: Easing.InCubic
                }
            }
        }
    }
}
