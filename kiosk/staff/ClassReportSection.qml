pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// One part of a class report: the picture, then sentences; figures are one tap further.
Card {
    id: card
    required property var section
    property bool figures: false
    signal numbersTapped
    contour: 4 * Theme.u
    face: section.key === "next" ? Theme.jadeSoft : Theme.paper
    height: body.height + 60 * Theme.u + band

    Column {
        id: body
        x: 32 * Theme.u
        y: 24 * Theme.u
        width: parent.width - 64 * Theme.u
        spacing: 18 * Theme.u
        Item {
            width: parent.width
            height: Math.max(title.height, numbers.visible ? numbers.height : 0, picture.height)
            Art {
                id: picture
                anchors.verticalCenter: parent.verticalCenter
                name: card.section.picture
                width: Math.round(64 * Theme.u)
                height: width
            }
            Txt {
                id: title
                x: picture.width + 20 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - x - (numbers.visible ? numbers.width + Theme.gutter : 0)
                text: card.section.title
                size: 40
                bold: true
            }
            BigButton {
                id: numbers
                objectName: "numbers-" + card.section.key
                visible: card.section.numbers.length > 0
                anchors.right: parent.right
                width: Math.max(170 * Theme.u, implicitWidth)
                words: 30
                guarded: false
                tone: card.figures ? "light" : "paper"
                label: card.figures ? qsTr("看图") : qsTr("看数字")
                onTapped: card.numbersTapped()
            }
        }
        Txt {
            visible: card.section.chart !== "" && !card.figures
            width: parent.width
            text: card.section.axis
            size: 28
            color: Theme.ink2
        }
        ClassReportIntervals {
            visible: card.section.chart === "intervals" && !card.figures
            width: parent.width
            bars: visible ? card.section.bars : []
            ticks: visible ? card.section.ticks : []
        }
        ClassReportBars {
            visible: card.section.chart === "shares" && !card.figures
            width: parent.width
            rows: visible ? card.section.bars : []
        }
        Repeater {
            model: card.figures ? [] : card.section.sentences
            Row {
                id: said
                required property string modelData
                spacing: 16 * Theme.u
                width: body.width
                Rectangle {
                    y: 18 * Theme.u
                    width: 14 * Theme.u
                    height: width
                    radius: width / 2
                    color: card.section.key === "next" ? Theme.jade : Theme.lantern
                }
                Txt {
                    width: said.width - 30 * Theme.u
                    text: said.modelData
                    size: 34
                }
            }
        }
        Repeater {
            model: card.figures ? card.section.numbers : []
            Row {
                id: figure
                required property var modelData
                width: body.width
                spacing: 16 * Theme.u
                Txt {
                    width: (figure.width - figure.spacing) * 0.58
                    text: figure.modelData.name
                    size: 30
                    color: Theme.ink2
                }
                Txt {
                    width: (figure.width - figure.spacing) * 0.42
                    text: figure.modelData.value
                    size: 30
                    bold: true
                }
            }
        }
    }
}
