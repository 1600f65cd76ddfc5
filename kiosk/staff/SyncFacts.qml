pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The hub, four figures, and the ways out: to the stick, and back.
Card {
    id: card
    required property SyncViewModel viewModel
    signal backTapped
    contour: 4 * Theme.u
    face: viewModel.enrolled ? Theme.jadeSoft : Theme.glowSoft

    Column {
        x: 36 * Theme.u
        y: 32 * Theme.u
        width: parent.width - 72 * Theme.u
        spacing: 12 * Theme.u
        Txt {
            objectName: "sync-hub"
            width: parent.width
            text: card.viewModel.hub
            size: 36
            bold: true
        }
        Repeater {
            model: card.viewModel.enrolled ? card.viewModel.facts : []
            delegate: Item {
                id: fact
                required property var modelData
                required property int index
                objectName: "sync-fact-" + index
                width: parent.width
                height: 54 * Theme.u
                Txt {
                    anchors.verticalCenter: parent.verticalCenter
                    text: fact.modelData.name
                    size: 34
                    color: Theme.ink2
                    wrap: false
                }
                Txt {
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    text: fact.modelData.value
                    size: 36
                    bold: true
                    wrap: false
                }
            }
        }
    }
    Column {
        x: 36 * Theme.u
        y: card.innerHeight - height - 28 * Theme.u
        width: parent.width - 72 * Theme.u
        spacing: 16 * Theme.u
        BigButton {
            objectName: "sync-bundle"
            visible: card.viewModel.enrolled && card.viewModel.mayAct && !card.viewModel.mayEnrolByNumber
            width: parent.width
            words: 36
            icon: "usb-stick"
            label: qsTr("写到 U 盘带去")
            onTapped: card.viewModel.bundle()
        }
        BigButton {
            objectName: "sync-type"
            visible: card.viewModel.mayEnrolByNumber
            width: parent.width
            words: 36
            icon: "key"
            label: qsTr("输入接入码")
            onTapped: card.viewModel.enrolling.openPad()
        }
        BigButton {
            objectName: "back"
            width: parent.width
            words: 36
            icon: "arrow-left"
            label: qsTr("回到健康")
            onTapped: card.backTapped()
        }
    }
}
