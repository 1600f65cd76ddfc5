pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The steps of one incident, in their order: what to do, how long there is, and the tick that puts it on record.
Card {
    id: card
    required property BreachViewModel viewModel
    contour: 4 * Theme.u

    Column {
        x: 28 * Theme.u
        y: 10 * Theme.u
        width: parent.width - 56 * Theme.u
        Repeater {
            model: card.viewModel.steps
            Item {
                id: row
                required property var modelData
                required property int index
                width: parent.width
                height: (card.innerHeight - 20 * Theme.u) / card.viewModel.steps.length
                Rectangle {
                    visible: row.index > 0
                    width: parent.width
                    height: Math.max(1, 2 * Theme.u)
                    color: Theme.paperShade
                    opacity: 0.5
                }
                Txt {
                    id: name
                    width: (Theme.upright ? 210 : 240) * Theme.u
                    height: parent.height
                    text: (row.index + 1) + " " + row.modelData.name
                    size: 34
                    bold: true
                    fit: true
                }
                Txt {
                    x: name.width + 16 * Theme.u
                    width: clock.x - x - 16 * Theme.u
                    height: parent.height
                    text: row.modelData.help
                    size: 28
                    fit: true
                    color: Theme.ink2
                }
                Txt {
                    id: clock
                    objectName: "time-" + row.modelData.key
                    x: done.x - width - 16 * Theme.u
                    width: (Theme.upright ? 170 : 300) * Theme.u
                    height: parent.height
                    text: row.modelData.time
                    size: 30
                    bold: row.modelData.late
                    fit: true
                    centred: true
                    color: row.modelData.done ? Theme.jadeDeep : row.modelData.late ? Theme.coralDeep : Theme.ink
                }
                BigButton {
                    id: done
                    objectName: "step-" + row.modelData.key
                    visible: !row.modelData.done
                    x: parent.width - width
                    anchors.verticalCenter: parent.verticalCenter
                    width: 200 * Theme.u
                    height: Math.min(Theme.target, row.height - 8 * Theme.u)
                    words: 32
                    tone: row.modelData.late ? "rose" : "glow"
                    label: qsTr("做完了")
                    usable: card.viewModel.mayAct
                    onTapped: card.viewModel.do(row.modelData.key)
                }
                Art {
                    visible: row.modelData.done
                    x: done.x + (done.width - width) / 2
                    anchors.verticalCenter: parent.verticalCenter
                    name: "icon/check-disc"
                    width: Math.round(64 * Theme.u)
                    height: width
                }
            }
        }
    }
}
