pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import kiosk.ui

// The lamp, the red button in a ring of time, and what becomes of the take.
Card {
    id: card
    required property BroadcastBoothViewModel viewModel
    readonly property bool recording: !viewModel.practising
    readonly property bool wide: !Theme.upright
    readonly property real ring: Math.min(wide ? 350 * Theme.u : innerHeight - 40 * Theme.u, width * 0.7)
    readonly property real column: wide ? width : width - ring - 80 * Theme.u
    Rectangle {
        id: lamp
        x: (card.wide ? 0 : card.ring + 60 * Theme.u) + 40 * Theme.u
        y: 28 * Theme.u
        width: card.column - 80 * Theme.u
        height: 76 * Theme.u
        radius: height / 2
        color: card.recording ? Theme.coralSoft : Theme.jadeSoft
        Row {
            anchors.centerIn: parent
            spacing: 16 * Theme.u
            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: 30 * Theme.u
                height: width
                radius: card.recording ? width / 2 : 6 * Theme.u
                color: card.recording ? Theme.coral : Theme.jade
                border.width: Math.max(2, 4 * Theme.u)
                border.color: Theme.ink
            }
            Txt {
                anchors.verticalCenter: parent.verticalCenter
                text: card.recording ? qsTr("正在录音") : qsTr("练习，没有录音")
                size: card.recording ? 44 : 34
                bold: true
                wrap: false
                ruby: false
                color: card.recording ? Theme.coralDeep : Theme.jadeDeep
            }
        }
    }
    Item {
        id: button
        objectName: "stop"
        x: card.wide ? (card.width - width) / 2 - card.contour : 40 * Theme.u
        y: card.wide ? 132 * Theme.u : (card.innerHeight - height) / 2
        width: card.ring
        height: card.ring
        Accessible.role: Accessible.Button
        Accessible.name: qsTr("点一下，停")
        Shape {
            anchors.fill: parent
            ShapePath {
                strokeWidth: 26 * Theme.u
                strokeColor: Theme.paperShade
                fillColor: "transparent"
                PathAngleArc {
                    centerX: card.ring / 2
                    centerY: card.ring / 2
                    radiusX: card.ring / 2 - 16 * Theme.u
                    radiusY: radiusX
                    startAngle: -90
                    sweepAngle: 360
                }
            }
            ShapePath {
                strokeWidth: 26 * Theme.u
                strokeColor: Theme.lantern
                fillColor: "transparent"
                capStyle: ShapePath.RoundCap
                PathAngleArc {
                    centerX: card.ring / 2
                    centerY: card.ring / 2
                    radiusX: card.ring / 2 - 16 * Theme.u
                    radiusY: radiusX
                    startAngle: -90
                    sweepAngle: card.recording ? 360 * (1 - card.viewModel.shareUsed) : 0
                }
            }
        }
        Rectangle {
            anchors.centerIn: parent
            width: card.ring - 92 * Theme.u
            height: width
            radius: width / 2
            color: finger.down ? Theme.coralDeep : Theme.lantern
            border.width: Theme.line
            border.color: Theme.ink
            Rectangle {
                anchors.centerIn: parent
                width: parent.width * 0.34
                height: width
                radius: 16 * Theme.u
                color: Theme.white
                border.width: Theme.line
                border.color: Theme.ink
            }
        }
        Tap {
            id: finger
            onHit: card.viewModel.stop()
        }
    }
    Txt {
        id: hint
        x: lamp.x
        y: card.wide ? button.y + button.height + 10 * Theme.u : 116 * Theme.u
        width: lamp.width
        height: (Theme.pinyin ? 80 : 60) * Theme.u
        text: qsTr("点一下，停")
        size: 44
        bold: true
        fit: true
        centred: true
    }
    Row {
        visible: card.recording
        anchors.horizontalCenter: hint.horizontalCenter
        y: hint.y + hint.height
        height: 76 * Theme.u
        spacing: 14 * Theme.u
        Txt {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("还剩")
            ruby: false
            size: 34
            wrap: false
            color: Theme.ink2
        }
        Txt {
            anchors.verticalCenter: parent.verticalCenter
            text: card.viewModel.secondsLeft
            ruby: false
            size: 60
            bold: true
            wrap: false
        }
        Txt {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("秒")
            ruby: false
            size: 34
            wrap: false
            color: Theme.ink2
        }
    }
    KeepingNote {
        visible: card.recording
        x: (card.wide ? 30 * Theme.u : lamp.x)
        y: card.innerHeight - height - 16 * Theme.u
        width: card.wide ? card.width - 60 * Theme.u - 2 * card.contour : lamp.width
        words: card.viewModel.keeping
    }
}
