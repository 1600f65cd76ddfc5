pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// While the whole picture is looked at: into how many pieces it shall fall, and whether they are to be turned.
Item {
    id: choice
    required property JigsawChoiceModel viewModel
    required property string notice
    // In the empty tray where there is one, over the foot of the picture where there are several.
    property bool onPicture: false
    property bool narrow: false
    readonly property real side: narrow ? 220 * Theme.u : Math.max(136 * Theme.u, Theme.target)
    readonly property real tall: narrow ? Math.max(140 * Theme.u, Theme.target) : Theme.target
    implicitWidth: column.width + 48 * Theme.u
    implicitHeight: column.height + 40 * Theme.u
    Rectangle {
        visible: choice.onPicture
        anchors.fill: parent
        radius: 44 * Theme.u
        color: Qt.alpha(Theme.deepest, 0.8)
        border.width: Math.max(1, 4 * Theme.u)
        border.color: Theme.pillEdge
    }
    Column {
        id: column
        anchors.centerIn: parent
        spacing: (choice.onPicture ? 12 : 32) * Theme.u
        Txt {
            visible: text !== ""
            width: Math.min(implicitWidth, grid.width * 1.5)
            anchors.horizontalCenter: parent.horizontalCenter
            text: choice.notice
            size: 32
            centred: true
            color: Theme.glowLight
        }
        Txt {
            anchors.horizontalCenter: parent.horizontalCenter
            text: qsTr("想拼几块？点一下就开始")
            size: choice.onPicture ? 32 : 40
            bold: !choice.onPicture
            wrap: false
            color: Theme.white
        }
        Grid {
            id: grid
            anchors.horizontalCenter: parent.horizontalCenter
            columns: choice.narrow ? 1 : 2
            spacing: 24 * Theme.u
            Grid {
                id: numbers
                columns: choice.narrow && choice.viewModel.counts.length % 2 === 0 ? 2 : choice.viewModel.counts.length
                spacing: 24 * Theme.u
                Repeater {
                    model: choice.viewModel.counts
                    BigButton {
                        id: one
                        required property int modelData
                        objectName: "jigsaw-count-" + modelData
                        width: choice.side
                        height: choice.tall
                        tone: modelData === choice.viewModel.count ? "primary" : "paper"
                        Accessible.name: qsTr("拼 %1 块").arg(modelData)
                        onTapped: choice.viewModel.choose(modelData)
                        Txt {
                            anchors.centerIn: parent
                            text: one.modelData
                            ruby: false
                            bold: true
                            size: choice.narrow ? 72 : 52
                            wrap: false
                        }
                    }
                }
            }
            Switch {
                objectName: "jigsaw-turning"
                width: choice.narrow ? numbers.width : Math.max(choice.side, implicitWidth)
                height: choice.tall
                icon: "refresh"
                label: qsTr("转着拼")
                on: choice.viewModel.turning
                onTapped: choice.viewModel.toggleTurning()
            }
        }
    }
}
