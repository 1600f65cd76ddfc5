import QtQuick
import kiosk.ui

// Three, two, one, without a sound: the microphone hears already.
Item {
    id: view
    required property BroadcastBoothViewModel viewModel
    readonly property var shown: (viewModel.prompter as PrompterViewModel).shown
    DeepCard {
        anchors.fill: parent
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            y: 60 * Theme.u
            width: 360 * Theme.u
            height: width
            radius: width / 2
            color: Theme.lantern
            border.width: 16 * Theme.u
            border.color: Theme.light
            Txt {
                anchors.fill: parent
                text: Math.max(1, view.viewModel.count)
                size: 220
                bold: true
                centred: true
                ruby: false
                color: Theme.white
            }
        }
        Txt {
            x: 60 * Theme.u
            y: 450 * Theme.u
            width: parent.width - 2 * x
            height: 60 * Theme.u
            text: view.shown.free ? qsTr("深呼吸，先说说：") : qsTr("深呼吸，第一句是：")
            size: 36
            fit: true
            centred: true
            color: Theme.glowLight
        }
        Txt {
            x: 60 * Theme.u
            y: 515 * Theme.u
            width: parent.width - 2 * x
            height: 200 * Theme.u
            text: view.shown.now?.text ?? ""
            size: 60
            bold: true
            fit: true
            centred: true
            color: Theme.white
        }
    }
}
