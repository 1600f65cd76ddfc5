pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// 泄露处置: what happened; then the steps, each with its clock.
StaffPage {
    id: page
    required property BreachViewModel viewModel
    readonly property bool dealing: viewModel.stage === "steps"
    readonly property int columns: Theme.upright ? 1 : 2
    readonly property int lines: Math.ceil(viewModel.kinds.length / columns)
    signal backTapped
    title: qsTr("泄露处置")
    subtitle: dealing ? viewModel.title : qsTr("一发现就点，先止住，再查清；每一步都登记")
    primaryLabel: dealing && viewModel.mayAct ? qsTr("收尾") : ""
    primaryName: "close-incident"
    primaryUsable: viewModel.complete
    onPrimaryTapped: viewModel.close()

    Grid {
        visible: !page.dealing
        columns: page.columns
        spacing: Theme.gutter
        Repeater {
            model: page.viewModel.kinds
            BigButton {
                required property var modelData
                objectName: "incident-" + modelData.key
                width: (page.width - (page.columns - 1) * Theme.gutter) / page.columns
                height: Math.min(168 * Theme.u, (foot.y - page.lines * Theme.gutter) / page.lines)
                words: 38
                icon: modelData.asked ? "warning" : ""
                tone: modelData.asked ? "rose" : "paper"
                usable: page.viewModel.mayAct
                label: modelData.asked ? qsTr("再点一次：%1").arg(modelData.name) : modelData.name
                onTapped: page.viewModel.begin(modelData.key)
            }
        }
    }
    Loader {
        active: page.dealing
        width: page.width
        height: foot.y - Theme.gutter
        sourceComponent: BreachSteps {
            viewModel: page.viewModel
        }
    }
    TakesFoot {
        id: foot
        y: page.height - height
        width: page.width
        message: page.viewModel.message
        good: page.viewModel.good
        hint: page.dealing ? "" : page.viewModel.past !== "" ? page.viewModel.past : qsTr("没有把握也先点：查清是虚惊，随时可以登记为虚惊。")
        spare: page.dealing ? ways.width + Theme.gutter : 0
        backLabel: qsTr("回到隐私")
        onBackTapped: !page.dealing && page.viewModel.count > 0 ? page.viewModel.another() : page.backTapped()
        Row {
            id: ways
            visible: page.dealing && page.viewModel.mayAct
            anchors.right: parent.right
            spacing: 16 * Theme.u
            BigButton {
                objectName: "following"
                visible: page.viewModel.count > 1
                words: 32
                label: qsTr("下一件")
                onTapped: page.viewModel.following()
            }
            BigButton {
                objectName: "another"
                words: 32
                label: qsTr("又出一件")
                onTapped: page.viewModel.another()
            }
            BigButton {
                objectName: "false-alarm"
                words: 32
                tone: "rose"
                label: qsTr("是虚惊")
                onTapped: page.viewModel.nothing()
            }
        }
    }
}
