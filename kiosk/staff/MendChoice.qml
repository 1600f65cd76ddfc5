import QtQuick
import kiosk.ui

// Something that an item can be given: a sentence or a name.
Card {
    id: choice
    required property var modelData
    required property int index
    signal tapped
    objectName: "mend-choice-" + index
    height: Math.max(Theme.target, name.implicitHeight + 56 * Theme.u)
    contour: 4 * Theme.u
    corner: 36 * Theme.u
    face: modelData.chosen ? Theme.light : Theme.paper
    shade: modelData.chosen ? Theme.onShade : Theme.paperShade
    sink: finger.down ? band : 0
    Accessible.role: Accessible.Button
    Accessible.name: modelData.name

    Rectangle {
        x: 24 * Theme.u
        visible: !choice.modelData.chosen
        anchors.verticalCenter: parent.verticalCenter
        width: 44 * Theme.u
        height: width
        radius: width / 2
        color: "transparent"
        border.width: 4 * Theme.u
        border.color: Theme.ink
    }
    Art {
        x: 22 * Theme.u
        visible: choice.modelData.chosen
        anchors.verticalCenter: parent.verticalCenter
        name: "icon/check"
        width: Math.round(48 * Theme.u)
        height: width
    }
    Txt {
        id: name
        x: 84 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x - 24 * Theme.u
        height: Math.min(implicitHeight, choice.height - 24 * Theme.u)
        fit: true
        text: choice.modelData.name
        size: 36
        bold: choice.modelData.chosen
    }
    Tap {
        id: finger
        onHit: choice.tapped()
    }
}
