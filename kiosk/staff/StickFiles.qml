pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The files on the stick that may be quiz banks; a touch has one looked through.
Card {
    id: card
    required property PacksViewModel viewModel
    required property StickModel stick
    contour: 4 * Theme.u
    face: Theme.glowSoft

    Art {
        id: picture
        x: 28 * Theme.u
        y: 20 * Theme.u
        name: "icon/usb-stick"
        width: Math.round(72 * Theme.u)
        height: width
    }
    Txt {
        x: 120 * Theme.u
        y: 28 * Theme.u
        text: qsTr("从 U 盘装题")
        size: 40
        bold: true
        wrap: false
    }
    Txt {
        objectName: "stick-message"
        visible: text !== ""
        x: 48 * Theme.u
        y: 140 * Theme.u
        width: parent.width - 96 * Theme.u
        text: card.stick.message
        size: 36
    }
    LongList {
        x: 24 * Theme.u
        y: 112 * Theme.u
        width: parent.width - 48 * Theme.u
        height: parent.height - y - 24 * Theme.u
        model: card.stick.files
        delegate: Card {
            id: file
            required property var modelData
            required property int index
            objectName: "file-" + index
            width: ListView.view.width - 20 * Theme.u
            height: Theme.target
            contour: 4 * Theme.u
            corner: 36 * Theme.u
            sink: finger.down ? band : 0
            Accessible.role: Accessible.Button
            Accessible.name: modelData.name
            Column {
                x: 28 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - 56 * Theme.u
                Txt {
                    width: parent.width
                    height: 54 * Theme.u
                    text: file.modelData.name
                    size: 36
                    bold: true
                    fit: true
                    wrap: false
                }
                Txt {
                    width: parent.width
                    text: file.modelData.about
                    size: 28
                    wrap: false
                    color: Theme.ink2
                }
            }
            Tap {
                id: finger
                onHit: card.viewModel.choose(file.index)
            }
        }
    }
}
