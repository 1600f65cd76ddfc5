pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The key files on the stick; a touch shows the words of one.
Card {
    id: card
    required property StickModel stick
    signal chosen(int index)
    contour: 4 * Theme.u
    face: Theme.glowSoft

    Art {
        x: 28 * Theme.u
        y: 20 * Theme.u
        name: "icon/usb-stick"
        width: Math.round(72 * Theme.u)
        height: width
    }
    Txt {
        x: 120 * Theme.u
        y: 28 * Theme.u
        text: qsTr("从 U 盘加钥匙")
        size: 40
        bold: true
        wrap: false
    }
    Txt {
        objectName: "stick-message"
        visible: text !== ""
        x: 32 * Theme.u
        y: 116 * Theme.u
        width: parent.width - 64 * Theme.u
        height: parent.height - y - 24 * Theme.u
        text: card.stick.message
        size: 34
        fit: implicitHeight > height
    }
    LongList {
        x: 24 * Theme.u
        y: 112 * Theme.u
        width: parent.width - 48 * Theme.u
        height: parent.height - y - 24 * Theme.u
        model: card.stick.files
        delegate: BigButton {
            required property var modelData
            required property int index
            objectName: "key-file-" + index
            width: ListView.view.width - 20 * Theme.u
            icon: "key"
            words: 34
            label: modelData.name
            onTapped: card.chosen(index)
        }
    }
}
