pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A closed list: the base's classes, of which one is here; or the banks that are played from.
Item {
    id: pick
    required property ClassSessionViewModel viewModel
    readonly property bool packs: viewModel.stage === "packs"
    readonly property var options: packs ? viewModel.packs : viewModel.classes
    readonly property int columns: Theme.upright ? 2 : 4

    Txt {
        id: none
        visible: !pick.packs && pick.options.length < 2
        width: pick.width
        text: qsTr("还没有班级名单。管理员可以在“设置”里点选本基地的班级。")
        size: 34
        color: Theme.ink2
    }
    GridView {
        id: grid
        y: none.visible ? none.height + Theme.gutter : 0
        width: pick.width
        height: pick.height - y - (pick.packs ? everything.height + Theme.gutter : 0)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        cellWidth: width / pick.columns
        cellHeight: 152 * Theme.u
        model: pick.options
        delegate: Item {
            id: cell
            required property var modelData
            required property int index
            width: grid.cellWidth
            height: grid.cellHeight
            Card {
                id: tile
                objectName: "pick-" + cell.index
                width: parent.width - Theme.gutter
                height: 128 * Theme.u
                corner: 40 * Theme.u
                face: cell.modelData.chosen ? Theme.light : Theme.paper
                sink: finger.down ? band : 0
                Accessible.role: Accessible.Button
                Accessible.name: cell.modelData.name
                Art {
                    id: tick
                    visible: cell.modelData.chosen
                    x: 20 * Theme.u
                    anchors.verticalCenter: parent.verticalCenter
                    name: "icon/check"
                    width: Math.round(48 * Theme.u)
                    height: width
                }
                Txt {
                    x: (cell.modelData.chosen ? 76 : 24) * Theme.u
                    width: parent.width - x - 24 * Theme.u
                    height: parent.height
                    text: cell.modelData.name
                    size: 36
                    bold: true
                    fit: true
                    centred: true
                }
                Tap {
                    id: finger
                    guarded: !pick.packs
                    onHit: pick.viewModel.pick(pick.packs ? "pack" : "class", cell.modelData.key)
                }
            }
        }
    }
    BigButton {
        id: everything
        objectName: "packs-all"
        visible: pick.packs
        y: pick.height - height
        icon: "box"
        words: 36
        label: qsTr("全部题库")
        onTapped: pick.viewModel.allPacks()
    }
}
