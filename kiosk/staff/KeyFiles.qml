pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Files of one kind on the stick; a touch opens one: keys to see their words, releases to see what they are.
Card {
    id: card
    required property StickModel stick
    property string heading: qsTr("从 U 盘加钥匙")
    property string icon: "key"
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
        text: card.heading
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
            objectName: card.icon + "-file-" + index
            width: ListView.view.width - 20 * Theme.u
            icon: card.icon
            words: 34
            label: modelData.name
            onTapped: card.chosen(index)
        }
    }
}
