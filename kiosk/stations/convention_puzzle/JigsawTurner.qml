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
    guarded: false
    Accessible.name: qsTr("看别的拼块")
    onTapped: viewModel.turnPage(index)
    Column {
        anchors.centerIn: parent
        Art {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "icon/arrow-right"
            width: Math.round(52 * Theme.u)
            height: width
        }
        Txt {
            anchors.horizontalCenter: parent.horizontalCenter
            text: turner.hidden
            ruby: false
            bold: true
            size: 32
            wrap: false
        }
    }
}
