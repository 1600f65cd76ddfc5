import QtQuick
import kiosk.ui

// Turns a tray's page; the number is how many pieces lie on the others.
BigButton {
    id: turner
    required property JigsawViewModel viewModel
    required property var modelData
    required property int index
    readonly property int hidden: viewModel.hidden[index] ?? 0
    objectName: "jigsaw-page-" + index
    x: modelData.x + modelData.turnerX
    y: modelData.y + modelData.turnerY
    width: modelData.turner
    height: width
    visible: hidden > 0 && viewModel.phase === "play"
    stacked: true
    iconSize: 52
    icon: "arrow-right"
    label: hidden
    words: 32
    Accessible.name: qsTr("看别的拼块")
    guarded: false
    onTapped: viewModel.turnPage(index)
}
