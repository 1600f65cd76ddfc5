pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Between the children: the monster of all with its lies and hearts, or the guide; leaving, worry, turning the sides.
Item {
    id: centre
    required property AntiFraudViewModel viewModel
    property bool turnable: false
    readonly property ModesViewModel modes: viewModel.modes as ModesViewModel
    readonly property SideViewModel first: viewModel.board as SideViewModel
    readonly property var fight: first?.fight ?? ({})
    readonly property real high: Theme.target + (Theme.pinyin ? 24 : 0) * Theme.u
    readonly property real wide: (Theme.upright ? 210 : 196) * Theme.u
    signal leaveTapped
    signal worryTapped
    signal turnTapped

    Art {
        id: figure
        name: centre.modes.together ? centre.modes.monster + (centre.fight.lies === 0 ? "-beaten" : "") : "yingying-cheer"
        width: Math.round((Theme.upright ? 160 : 196) * Theme.u)
        height: width
        x: Theme.upright ? 32 * Theme.u : (centre.width - width) / 2
        y: Theme.upright ? (centre.height - height) / 2 : 40 * Theme.u
    }
    Column {
        visible: centre.modes.together
        x: Theme.upright ? figure.x + figure.width + 16 * Theme.u : 0
        y: Theme.upright ? (centre.height - height) / 2 : figure.y + figure.height + 16 * Theme.u
        width: Theme.upright ? Math.min(320 * Theme.u, buttons.x - x - 12 * Theme.u) : centre.width
        spacing: 12 * Theme.u
        Txt {
            width: parent.width
            height: implicitHeight
            text: centre.fight.liesText || ""
            size: 30
            bold: true
            centred: true
            color: Theme.glowLight
        }
        Grid {
            anchors.horizontalCenter: parent.horizontalCenter
            columns: Theme.upright ? 5 : 3
            spacing: 6 * Theme.u
            Repeater {
                model: centre.fight.heartsTotal || 0
                Art {
                    required property int index
                    name: index < centre.fight.hearts ? "icon/heart-full" : "icon/heart-empty"
                    width: Math.round((Theme.upright ? 36 : 48) * Theme.u)
                    height: width
                }
            }
        }
    }
    Grid {
        id: buttons
        columns: Theme.upright ? 3 : 1
        spacing: 20 * Theme.u
        layoutDirection: Theme.leftHanded ? Qt.LeftToRight : Qt.RightToLeft
        x: Theme.upright ? centre.width - width - 24 * Theme.u : (centre.width - width) / 2
        y: Theme.upright ? (centre.height - height) / 2 : centre.height - height - 32 * Theme.u
        BigButton {
            objectName: "leave"
            width: centre.wide
            height: centre.high
            stacked: true
            words: 28
            icon: "home"
            label: qsTr("回家")
            onTapped: centre.leaveTapped()
        }
        BigButton {
            objectName: "worry"
            width: centre.wide
            height: centre.high
            stacked: true
            words: 28
            tone: "rose"
            icon: "worried-heart"
            label: qsTr("我有点担心")
            onTapped: centre.worryTapped()
        }
        BigButton {
            objectName: "turn-round"
            visible: centre.turnable
            width: centre.wide
            height: centre.high
            stacked: true
            words: 28
            tone: "sky"
            icon: "refresh"
            label: qsTr("转个方向")
            onTapped: centre.turnTapped()
        }
    }
}
