pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Approved works by theme: hear one, take one off the wall, carry out what may be published.
StaffPage {
    id: page
    required property WorksViewModel viewModel
    readonly property LongWork work: viewModel.work
    signal backTapped
    title: qsTr("通过的作品")
    subtitle: qsTr("同意“对外发布”的，才能导出")
    primaryLabel: work.running || viewModel.carding ? "" : qsTr("导出 %1 个").arg(viewModel.publishable)
    primaryUsable: viewModel.publishable > 0
    onPrimaryTapped: viewModel.export()
    Component.onDestruction: viewModel.hush()

    Item {
        visible: !page.work.running && !page.viewModel.carding
        width: page.width
        height: page.height
        ChoiceRow {
            id: themes
            width: parent.width
            name: qsTr("主题")
            prefix: "theme"
            options: page.viewModel.themes
            onPicked: key => page.viewModel.pick("theme", key)
        }
        LongList {
            objectName: "works"
            y: themes.height + 16 * Theme.u
            width: parent.width
            height: foot.y - y - Theme.gutter
            model: page.viewModel.works
            delegate: ReviewRow {
                id: row
                required property var modelData
                required property int index
                objectName: "work-" + index
                width: ListView.view.width - 20 * Theme.u
                height: (Theme.upright ? (page.viewModel.linked ? 430 : 300) : 184) * Theme.u
                take: modelData
                spare: buttons.width + 16 * Theme.u
                Grid {
                    id: buttons
                    readonly property real each: (Theme.upright ? 220 : 160) * Theme.u
                    columns: Theme.upright ? 1 : 3
                    spacing: 12 * Theme.u
                    anchors.right: parent.right
                    anchors.rightMargin: 20 * Theme.u
                    anchors.verticalCenter: parent.verticalCenter
                    BigButton {
                        objectName: "play-" + row.index
                        width: buttons.each
                        words: 32
                        icon: row.modelData.playing ? "stop" : "play"
                        tone: row.modelData.playing ? "light" : "paper"
                        label: row.modelData.playing ? qsTr("停") : qsTr("听")
                        onTapped: page.viewModel.play(row.modelData.key)
                    }
                    BigButton {
                        objectName: "card-" + row.index
                        visible: row.modelData.publish && page.viewModel.linked
                        width: buttons.each
                        words: 30
                        label: qsTr("给家长")
                        onTapped: page.viewModel.showCard(row.modelData.key)
                    }
                    BigButton {
                        objectName: "down-" + row.index
                        width: buttons.each
                        words: 30
                        tone: "rose"
                        label: row.modelData.asked ? qsTr("再点一次") : qsTr("拿下来")
                        onTapped: page.viewModel.takeDown(row.modelData.key)
                    }
                }
            }
        }
        Notices {
            visible: page.viewModel.works.length === 0
            y: themes.height + 16 * Theme.u
            width: parent.width
            height: 200 * Theme.u
            calmHeading: qsTr("还没有通过的作品")
            calmText: qsTr("在“等审核的录音”里点过“通过”的，会放在这里。")
        }
        TakesFoot {
            id: foot
            y: parent.height - height
            width: parent.width
            message: page.viewModel.message
            good: page.viewModel.good
            hint: page.viewModel.stickIn ? qsTr("U 盘插好了，可以导出。") : qsTr("要导出，请插上 U 盘。写成 MP3，手机都能放。")
            backLabel: qsTr("回到播报站")
            onBackTapped: page.backTapped()
        }
    }
    Item {
        visible: page.viewModel.carding
        width: page.width
        height: page.height
        CodesPaper {
            width: parent.width
            height: away.y - Theme.gutter
            papers: page.viewModel.card as CodesPapers
        }
        BigButton {
            id: away
            objectName: "card-away"
            y: parent.height - height
            width: 320 * Theme.u
            label: qsTr("回到作品")
            onTapped: page.viewModel.putCardAway()
        }
    }
    ProgressCard {
        visible: page.work.running
        width: page.width
        height: page.height
        what: page.work.what
        done: page.work.done
        total: page.work.total
        stopping: page.work.stopping
        onStopTapped: page.work.giveUp()
    }
}
