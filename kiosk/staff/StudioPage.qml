pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// 录示范: what can be read, and how much of it has been; a touch opens the microphone for it.
StaffPage {
    id: page
    required property StudioViewModel viewModel
    readonly property StudioReading reading: viewModel.reading as StudioReading
    readonly property bool inside: reading.open
    signal backTapped
    title: inside ? reading.shown.title ?? "" : qsTr("录示范")
    subtitle: viewModel.speaks
    primaryLabel: inside ? "" : qsTr("全机启用")
    primaryUsable: viewModel.publishable
    primaryName: "publish"
    onPrimaryTapped: viewModel.publish()
    Component.onDestruction: viewModel.back()

    Item {
        visible: !page.inside
        width: page.width
        height: page.height
        Row {
            id: kinds
            spacing: 16 * Theme.u
            Repeater {
                model: page.viewModel.kinds
                BigButton {
                    required property var modelData
                    objectName: "kind-" + modelData.key
                    words: 36
                    tone: modelData.chosen ? "light" : "paper"
                    label: modelData.name
                    onTapped: page.viewModel.pick("kind", modelData.key)
                }
            }
        }
        GridView {
            id: grid
            objectName: "sources"
            y: kinds.height + 16 * Theme.u
            width: parent.width
            height: foot.y - y - Theme.gutter
            cellWidth: (width - 20 * Theme.u) / (Theme.upright ? 1 : 2)
            cellHeight: 134 * Theme.u
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: page.viewModel.sources
            delegate: StudioSource {
                required property var modelData
                required property int index
                objectName: "source-" + index
                width: grid.cellWidth - 14 * Theme.u
                height: 120 * Theme.u
                source: modelData
                onTapped: page.viewModel.read(modelData.key)
            }
            Rectangle {
                visible: grid.visibleArea.heightRatio < 1
                parent: grid
                anchors.right: parent.right
                y: grid.visibleArea.yPosition * grid.height
                width: 10 * Theme.u
                height: grid.visibleArea.heightRatio * grid.height
                radius: width / 2
                color: Theme.ink2
                opacity: 0.6
            }
        }
        TakesFoot {
            id: foot
            y: parent.height - height
            width: parent.width
            spare: tools.width + Theme.gutter
            message: page.viewModel.message
            good: page.viewModel.good
            hint: qsTr("对着播报站的话筒，一句一句读；读好了点“全机启用”。")
            backLabel: qsTr("回到播报站")
            onBackTapped: page.backTapped()
        }
        Row {
            id: tools
            anchors.right: parent.right
            y: foot.y
            spacing: 16 * Theme.u
            BigButton {
                objectName: "studio-clear"
                usable: page.viewModel.count > 0 && !page.viewModel.busy
                tone: "rose"
                stacked: Theme.upright
                words: Theme.upright ? 26 : 32
                icon: "trash"
                label: page.viewModel.asked ? qsTr("再点一次全删") : qsTr("全部删掉")
                onTapped: page.viewModel.clear()
            }
            BigButton {
                objectName: "studio-export"
                usable: page.viewModel.exportable
                stacked: Theme.upright
                words: Theme.upright ? 26 : 32
                icon: "usb-stick"
                label: qsTr("带到别的展台")
                onTapped: page.viewModel.export()
            }
        }
    }
    StudioDesk {
        visible: page.inside
        width: page.width
        height: page.height
        reading: page.reading
        viewModel: page.viewModel
    }
}
