pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The words of a script, voice by voice, as many pages as they need.
Card {
    id: paper
    required property BroadcastBoothViewModel viewModel
    property int page: 0
    readonly property bool two: viewModel.duet
    readonly property var leaves: viewModel.phase && viewModel.pages(Theme.upright, Theme.pinyin, two)
    readonly property var lines: leaves[Math.min(page, leaves.length - 1)] ?? []
    readonly property int rows: Math.max(lines[0]?.most ?? 1, lines.reduce((sum, line) => sum + line.rows, 0))
    readonly property real footHeight: leaves.length > 1 ? Theme.target + 16 * Theme.u : source.visible ? source.height + 8 * Theme.u : 0
    readonly property real rowHeight: (innerHeight - 56 * Theme.u - footHeight - 12 * lines.length * Theme.u) / rows
    Column {
        x: 36 * Theme.u
        y: 24 * Theme.u
        width: paper.width - 2 * x - 2 * paper.contour
        spacing: 12 * Theme.u
        Repeater {
            model: paper.lines
            Item {
                id: line
                required property var modelData
                width: parent.width
                height: modelData.rows * paper.rowHeight
                VoiceMark {
                    id: mark
                    visible: paper.two && line.modelData.voice > 0
                    voice: line.modelData.voice
                    strong: true
                    height: Math.min(implicitHeight, parent.height)
                }
                Txt {
                    x: mark.visible ? mark.width + 20 * Theme.u : 0
                    width: parent.width - x
                    height: parent.height
                    text: line.modelData.text
                    size: 40
                    fit: true
                }
            }
        }
    }
    Txt {
        id: source
        visible: text !== ""
        x: 36 * Theme.u
        y: paper.innerHeight - height - 12 * Theme.u
        width: paper.width - 72 * Theme.u - (turn.visible ? turn.width + 20 * Theme.u : 0)
        height: (Theme.upright ? 80 : 44) * Theme.u
        text: paper.viewModel.piece.source ?? ""
        ruby: false
        fit: true
        size: 28
        color: Theme.ink2
    }
    BigButton {
        id: turn
        objectName: "page"
        visible: paper.leaves.length > 1
        x: paper.width - width - 36 * Theme.u
        y: paper.innerHeight - height - 12 * Theme.u
        tone: "glow"
        words: 32
        icon: "refresh"
        label: qsTr("翻一页 %1/%2").arg(Math.min(paper.page, paper.leaves.length - 1) + 1).arg(paper.leaves.length)
        onTapped: paper.page = (paper.page + 1) % paper.leaves.length
    }
}
