pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// 隐私: who is in charge and how much there is, what to do today, and the tools one tap further.
StaffPage {
    id: page
    required property PrivacyViewModel viewModel
    readonly property int count: viewModel.doors.length
    readonly property int columns: count > 3 ? 2 : 1
    readonly property int lines: Math.max(1, Math.ceil(count / columns))
    readonly property real side: Theme.upright ? width : width * 0.60
    readonly property real doorsHeight: Theme.upright ? lines * 196 * Theme.u + (lines - 1) * Theme.gutter : height
    readonly property real rest: Theme.upright ? 0 : side + Theme.gutter
    readonly property real factsHeight: (Theme.upright ? 300 : 330) * Theme.u
    signal doorTapped(string key)
    title: qsTr("隐私")
    subtitle: qsTr("孩子的信息谁在管、留了什么、什么时候到期")

    Flow {
        width: page.side
        spacing: Theme.gutter
        Repeater {
            model: page.viewModel.doors
            TakesDoor {
                required property var modelData
                required property int index
                // An odd one at the end takes the whole row.
                readonly property bool alone: index === page.count - 1 && page.count % page.columns === 1
                door: modelData
                facts: modelData
                width: alone ? page.side : Math.floor((page.side - (page.columns - 1) * Theme.gutter) / page.columns)
                height: (page.doorsHeight - (page.lines - 1) * Theme.gutter) / page.lines
                onTapped: page.doorTapped(modelData.key)
            }
        }
    }
    Card {
        id: facts
        x: page.rest
        y: Theme.upright ? page.doorsHeight + Theme.gutter : 0
        width: page.width - x
        height: page.factsHeight
        contour: 4 * Theme.u
        Grid {
            x: 28 * Theme.u
            y: 16 * Theme.u
            columns: 2
            Repeater {
                model: page.viewModel.facts
                Item {
                    id: fact
                    required property var modelData
                    width: (facts.width - 56 * Theme.u) / 2
                    height: (facts.height - 40 * Theme.u) / 2
                    Txt {
                        width: parent.width - 16 * Theme.u
                        height: 44 * Theme.u
                        text: fact.modelData.name
                        size: 30
                        fit: true
                        wrap: false
                        color: Theme.ink2
                    }
                    Txt {
                        objectName: "fact-" + fact.modelData.key
                        y: 44 * Theme.u
                        width: parent.width - 16 * Theme.u
                        height: 68 * Theme.u
                        text: fact.modelData.value
                        size: 48
                        bold: true
                        fit: true
                        wrap: false
                    }
                }
            }
        }
    }
    Notices {
        x: page.rest
        y: facts.y + facts.height + Theme.gutter
        width: page.width - x
        height: page.height - y
        sentences: page.viewModel.notices
    }
}
