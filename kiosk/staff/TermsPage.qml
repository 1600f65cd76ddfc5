pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Every term with what it holds and when the next ends, the last runs, and the access log's chain.
StaffPage {
    id: page
    required property TermsViewModel viewModel
    readonly property real side: Theme.upright ? width : width * 0.56
    readonly property real rest: Theme.upright ? 0 : side + Theme.gutter
    readonly property real tableHeight: Theme.upright ? (foot.y - Theme.gutter) * 0.5 : foot.y - Theme.gutter
    signal backTapped
    signal rulesTapped
    title: qsTr("期限和清理")
    subtitle: viewModel.next
    primaryLabel: viewModel.mayRun ? qsTr("现在清理") : ""
    primaryName: "run-terms"
    onPrimaryTapped: viewModel.run()

    Card {
        id: table
        width: page.side
        height: page.tableHeight
        contour: 4 * Theme.u
        Column {
            x: 32 * Theme.u
            y: 12 * Theme.u
            width: parent.width - 64 * Theme.u
            Repeater {
                model: page.viewModel.terms
                Item {
                    id: term
                    required property var modelData
                    width: parent.width
                    height: (table.innerHeight - 24 * Theme.u) / 5
                    Column {
                        anchors.verticalCenter: parent.verticalCenter
                        width: parent.width - 240 * Theme.u
                        Txt {
                            width: parent.width
                            height: 52 * Theme.u
                            text: term.modelData.name
                            size: 36
                            bold: true
                            fit: true
                            wrap: false
                        }
                        Txt {
                            objectName: "term-" + term.modelData.key
                            width: parent.width
                            height: 44 * Theme.u
                            text: term.modelData.now
                            size: 30
                            fit: true
                            wrap: false
                            color: Theme.ink2
                        }
                    }
                    Pill {
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        height: 68 * Theme.u
                        text: term.modelData.value
                        size: 34
                        bold: true
                        ground: Theme.glowSoft
                        edge: Theme.glowShade
                        wordColor: Theme.ink
                    }
                }
            }
        }
    }
    AccessesFact {
        id: chain
        objectName: "chain"
        x: page.rest
        y: Theme.upright ? table.height + Theme.gutter : 0
        width: page.width - x
        height: 168 * Theme.u
        well: page.viewModel.whole
        text: page.viewModel.chain
    }
    Card {
        x: page.rest
        y: chain.y + chain.height + Theme.gutter
        width: page.width - x
        height: foot.y - y - Theme.gutter
        contour: 4 * Theme.u
        Txt {
            id: heading
            x: 32 * Theme.u
            y: 20 * Theme.u
            text: qsTr("最近几次清理")
            size: 38
            bold: true
            wrap: false
        }
        Txt {
            objectName: "runs"
            x: 32 * Theme.u
            y: heading.y + heading.height + 12 * Theme.u
            width: parent.width - 64 * Theme.u
            height: parent.height - y - 20 * Theme.u
            text: page.viewModel.runs.length > 0 ? page.viewModel.runs.join("\n") : qsTr("还没有清理过。留过录音以后，每天清理一次。")
            size: 30
            fit: implicitHeight > height
        }
    }
    TakesFoot {
        id: foot
        y: page.height - height
        width: page.width
        message: page.viewModel.message
        good: page.viewModel.good
        hint: qsTr("改长了要请家长重签，已留下的仍按原期限。")
        spare: page.viewModel.mayRun ? ways.width + Theme.gutter : 0
        backLabel: qsTr("回到隐私")
        onBackTapped: page.backTapped()
        Row {
            id: ways
            visible: page.viewModel.mayRun
            anchors.right: parent.right
            spacing: 16 * Theme.u
            BigButton {
                objectName: "seal"
                words: 32
                label: qsTr("盖章")
                onTapped: page.viewModel.seal()
            }
            BigButton {
                objectName: "to-rules"
                words: 32
                tone: "glow"
                label: qsTr("改期限")
                onTapped: page.rulesTapped()
            }
        }
    }
}
