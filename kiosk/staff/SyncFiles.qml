pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What a stick brings from the hub: receipts, and codes that let this kiosk in.
Card {
    id: card
    required property SyncViewModel viewModel
    contour: 4 * Theme.u
    face: Theme.glowSoft
    Txt {
        id: heading
        x: 28 * Theme.u
        y: 20 * Theme.u
        width: parent.width - 56 * Theme.u
        text: qsTr("U 盘上的回执和接入码")
        size: 34
        bold: true
    }
    Txt {
        visible: text !== ""
        x: 28 * Theme.u
        y: heading.y + heading.height + 16 * Theme.u
        width: parent.width - 56 * Theme.u
        height: card.innerHeight - y - 12 * Theme.u
        text: card.viewModel.files.message
        size: 32
        fit: implicitHeight > height
        color: Theme.ink2
    }
    LongList {
        x: 24 * Theme.u
        y: heading.y + heading.height + 12 * Theme.u
        width: parent.width - 48 * Theme.u
        height: card.innerHeight - y - 12 * Theme.u
        model: card.viewModel.files.files
        delegate: BigButton {
            required property var modelData
            required property int index
            objectName: "sync-file-" + index
            width: ListView.view.width - 20 * Theme.u
            icon: "usb-stick"
            words: 32
            label: modelData.name
            onTapped: card.viewModel.choose(index)
        }
    }
}
