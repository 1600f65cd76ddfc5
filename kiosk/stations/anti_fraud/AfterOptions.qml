pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The answers again, each with its mark: a tick where it is right, a turn-back where it was not.
PagedColumn {
    id: column
    required property var options
    property string missedLabel: ""
    property var overrides: ({})
    spacing: 14 * Theme.u
    stretch: (options.length > 2 ? 140 : 180) * Theme.u
    clip: pages > 1
    sizes: Theme.pinyin ? [34, 32, 30, 28] : [38, 36, 34, 32, 30, 28]
    Repeater {
        model: column.options
        Rectangle {
            id: line
            required property int index
            required property var modelData
            readonly property string mark: modelData.mark
            // Steps in order carry their number instead of a tick.
            readonly property int number: modelData.number ?? 0
            objectName: "answer-" + index
            implicitHeight: Math.max(72 * Theme.u, words.implicitHeight + why.height + (number > 0 && column.options.length > 4 ? 14 : 24) * Theme.u)
            radius: 28 * Theme.u
            color: mark === "" ? Theme.deck : mark === "wrong" ? Theme.coralSoft : mark === "moved" ? Theme.glowSoft : Theme.jadeSoft
            border.width: Math.max(2, (mark === "" ? 3 : 5) * Theme.u)
            border.color: mark === "" ? Theme.pillEdge : Theme.ink
            Art {
                id: disc
                visible: line.mark !== "" && line.number === 0
                x: 24 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                name: line.mark === "" ? "" : line.mark === "wrong" ? "icon/turn-back-disc" : "icon/check-disc"
                width: Math.round(60 * Theme.u)
                height: width
            }
            Rectangle {
                visible: line.number > 0
                x: disc.x
                width: disc.width
                height: width
                radius: width / 2
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.light
                border.width: Math.max(2, 4 * Theme.u)
                border.color: Theme.ink
                Txt {
                    anchors.centerIn: parent
                    text: line.number
                    ruby: false
                    size: 36
                    bold: true
                    wrap: false
                }
            }
            Txt {
                id: words
                x: disc.x + disc.width + 20 * Theme.u
                y: (parent.height - implicitHeight - why.height) / 2
                width: parent.width - x - (missed.visible ? missed.width + 32 * Theme.u : 24 * Theme.u)
                text: line.modelData.text
                size: column.textSize
                bold: line.mark !== ""
                color: line.mark === "" ? Theme.mist : Theme.ink
                overrides: column.overrides
            }
            Txt {
                id: why
                x: words.x
                y: words.y + words.implicitHeight
                width: words.width
                height: text === "" ? 0 : implicitHeight
                text: line.modelData.why
                size: Math.max(28, column.textSize - 4)
                color: line.mark === "wrong" ? Theme.coralDeep : line.mark === "moved" ? Theme.ink : Theme.jadeDeep
                overrides: column.overrides
            }
            Pill {
                id: missed
                visible: line.mark === "missed" || line.mark === "moved"
                anchors.right: parent.right
                anchors.rightMargin: 20 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                height: 52 * Theme.u + (Theme.pinyin ? 14 * Theme.u : 0)
                ground: Theme.light
                edge: Theme.ink
                wordColor: Theme.ink
                size: 28
                text: line.modelData.note ?? column.missedLabel
            }
        }
    }
}
