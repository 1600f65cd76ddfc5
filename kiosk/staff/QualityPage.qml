pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Which items may be wrong, and why: a list with a bar each, and the touched one beside it.
StaffPage {
    id: page
    required property QualityViewModel viewModel
    readonly property bool saving: viewModel.work.running
    title: qsTr("题目质量")
    subtitle: qsTr("只看最近的真实作答，答的人够多才下判断")
    primaryLabel: viewModel.doubtful > 0 && !saving ? qsTr("存给作者") : ""
    primaryName: "save"
    onPrimaryTapped: viewModel.save()
    signal backTapped

    Row {
        id: head
        visible: !page.saving
        width: list.width
        height: 200 * Theme.u
        spacing: Theme.gutter
        BigButton {
            id: back
            objectName: "back"
            anchors.verticalCenter: parent.verticalCenter
            icon: "arrow-left"
            words: 32
            label: qsTr("返回")
            onTapped: page.backTapped()
        }
        BigNumber {
            width: (head.width - back.width - 2 * Theme.gutter) / 2
            height: head.height
            name: qsTr("看过的题")
            value: page.viewModel.ready ? page.viewModel.judged : "…"
            unit: qsTr("道")
        }
        BigNumber {
            objectName: "doubtful"
            width: (head.width - back.width - 2 * Theme.gutter) / 2
            height: head.height
            name: qsTr("可能有问题")
            value: page.viewModel.ready ? page.viewModel.doubtful : "…"
            unit: qsTr("道")
            numberColor: page.viewModel.doubtful > 0 ? Theme.coralDeep : Theme.jadeDeep
        }
    }
    QualityList {
        id: list
        visible: !page.saving
        y: head.height + Theme.gutter
        width: Theme.upright ? page.width : (page.width - Theme.gutter) * 0.46
        height: Theme.upright ? (page.height - y) * 0.36 : page.height - y
        viewModel: page.viewModel
    }
    QualityItem {
        visible: !page.saving
        x: Theme.upright ? 0 : list.width + Theme.gutter
        y: Theme.upright ? list.y + list.height + Theme.gutter : 0
        width: page.width - x
        height: page.height - y
        viewModel: page.viewModel
    }
    ProgressCard {
        visible: page.saving
        width: page.width
        height: page.height
        what: page.viewModel.work.what
        done: page.viewModel.work.done
        total: page.viewModel.work.total
        stopping: page.viewModel.work.stopping
        mayStop: false
    }
}
