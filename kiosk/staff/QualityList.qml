pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The items, those in doubt first; a bar shows how many answer rightly.
Card {
    id: card
    required property QualityViewModel viewModel
    contour: 4 * Theme.u

    Txt {
        objectName: "no-items"
        visible: card.viewModel.ready && card.viewModel.items.length === 0
        x: 32 * Theme.u
        y: 32 * Theme.u
        width: parent.width - 64 * Theme.u
        text: qsTr("答的人还不够多。一道题有 20 个孩子答过，这里就会出现。")
        size: 34
    }
    LongList {
        x: 20 * Theme.u
        y: 20 * Theme.u
        width: parent.width - 40 * Theme.u
        height: parent.height - 40 * Theme.u
        model: card.viewModel.items
        delegate: Card {
            id: item
            required property var modelData
            required property int index
            readonly property bool chosen: card.viewModel.chosen === modelData.key
            objectName: "item-" + index
            width: ListView.view.width - 20 * Theme.u
            height: 150 * Theme.u
            contour: 4 * Theme.u
            face: chosen ? Theme.light : modelData.doubtful ? Theme.coralSoft : Theme.paper
            sink: finger.down ? band : 0
            Accessible.role: Accessible.Button
            Accessible.name: modelData.text
            Txt {
                x: 24 * Theme.u
                y: 12 * Theme.u
                width: parent.width - 48 * Theme.u
                height: 44 * Theme.u
                text: item.modelData.text
                size: 32
                bold: true
                fit: true
                wrap: false
            }
            Txt {
                x: 24 * Theme.u
                y: 58 * Theme.u
                width: parent.width - 48 * Theme.u
                height: 36 * Theme.u
                text: item.modelData.about
                size: 26
                fit: true
                wrap: false
                color: item.modelData.doubtful ? Theme.coralDeep : Theme.ink2
            }
            Rectangle {
                visible: item.modelData.share >= 0
                x: 24 * Theme.u
                y: 100 * Theme.u
                width: parent.width - 160 * Theme.u
                height: 22 * Theme.u
                radius: height / 2
                color: Theme.white
                border.width: 3 * Theme.u
                border.color: Theme.ink
                Rectangle {
                    x: 3 * Theme.u
                    y: 3 * Theme.u
                    width: Math.max(height, (parent.width - 6 * Theme.u) * Math.max(0, item.modelData.share))
                    height: parent.height - 6 * Theme.u
                    radius: height / 2
                    color: item.modelData.doubtful ? Theme.coral : Theme.jade
                }
            }
            Txt {
                x: parent.width - width - 24 * Theme.u
                y: 92 * Theme.u
                text: item.modelData.told
                size: 28
                bold: true
                wrap: false
            }
            Tap {
                id: finger
                onHit: card.viewModel.choose(item.modelData.key)
            }
        }
    }
}
