pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// How the last promises went: asked kindly, answered by a touch or not at all, and a small help where it is hard.
Card {
    id: view
    required property ReturnViewModel back
    readonly property real headHeight: (Theme.pinyin ? 190 : 132) * Theme.u
    readonly property real rowHeight: (innerHeight - headHeight - 24 * Theme.u) / 3
    readonly property real buttonHeight: Math.min(Theme.target, rowHeight * 0.7)

    Txt {
        x: 40 * Theme.u
        y: 12 * Theme.u
        width: view.width - 80 * Theme.u
        height: view.headHeight * 0.56
        text: view.back.backTitle
        size: 46
        bold: true
        fit: true
        color: Theme.jadeDeep
    }
    Txt {
        x: 40 * Theme.u
        y: 12 * Theme.u + view.headHeight * 0.56
        width: view.width - 80 * Theme.u
        height: view.headHeight * 0.4
        text: view.back.backNote
        size: 32
        fit: true
        color: Theme.ink2
    }
    Repeater {
        model: view.back.rows
        Item {
            id: row
            required property var modelData
            required property int index
            x: 40 * Theme.u
            y: view.headHeight + 12 * Theme.u + index * view.rowHeight
            width: view.width - 80 * Theme.u
            height: view.rowHeight - 12 * Theme.u
            readonly property real words: Theme.upright ? width : width - answers.width - 32 * Theme.u
            readonly property real wordsHeight: Theme.upright ? height - answers.height - 12 * Theme.u : height
            Art {
                id: sign
                name: "icon/" + row.modelData.icon
                width: Math.round(80 * Theme.u)
                height: width
                y: (row.wordsHeight - height) / 2
            }
            Txt {
                x: sign.width + 20 * Theme.u
                width: row.words - x
                height: row.modelData.said === "" ? row.wordsHeight : row.wordsHeight * 0.46
                text: row.modelData.text
                size: 40
                bold: true
                fit: true
            }
            Txt {
                visible: row.modelData.said !== ""
                x: sign.width + 20 * Theme.u
                y: row.wordsHeight * 0.48
                width: row.words - x
                height: row.wordsHeight * 0.52
                text: row.modelData.said
                size: 32
                fit: true
                color: Theme.skyDeep
            }
            Row {
                id: answers
                spacing: 16 * Theme.u
                x: Theme.upright ? 0 : row.width - width
                y: Theme.upright ? row.height - height : (row.height - height) / 2
                Repeater {
                    model: row.modelData.answers
                    BigButton {
                        required property var modelData
                        required property int index
                        objectName: "answer-" + row.index + "-" + index
                        height: Math.max(Theme.target, view.buttonHeight)
                        width: (Theme.upright ? (row.width - 32 * Theme.u) / 3 : 250 * Theme.u)
                        label: modelData.label
                        words: Theme.pinyin ? 28 : 34
                        tone: row.modelData.answer === modelData.key ? "light" : "paper"
                        guarded: false
                        onTapped: view.back.answer(row.modelData.key, modelData.key)
                    }
                }
            }
        }
    }
}
