import QtQuick
import kiosk.ui

// The base is closed: the canal at night, today's lanterns, and when to come back. Only staff come in from here.
Item {
    id: closed
    required property ShellViewModel viewModel
    readonly property Resting rest: viewModel.rest as Resting
    readonly property BaseFacts base: viewModel.base as BaseFacts
    objectName: "closed"

    Scene {
        anchors.fill: parent
        veil: 0.45
    }
    CanalLanterns {
        anchors.fill: parent
        count: closed.viewModel.lanterns
    }
    LanternPill {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: (Theme.upright ? 56 : 32) * Theme.u
        count: closed.viewModel.lanterns
    }
    Art {
        id: guide
        name: "yingying-wave"
        width: Math.round((Theme.upright ? 460 : 420) * Theme.u)
        height: width
        anchors.horizontalCenter: parent.horizontalCenter
        y: (Theme.upright ? 420 : 150) * Theme.u
    }
    Card {
        anchors.horizontalCenter: parent.horizontalCenter
        y: guide.y + guide.height + 16 * Theme.u
        width: Math.min(1240 * Theme.u, parent.width - 2 * Theme.margin)
        height: words.height + 96 * Theme.u
        Column {
            id: words
            x: 56 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 112 * Theme.u
            spacing: 16 * Theme.u
            Txt {
                width: parent.width
                text: qsTr("灯笼休息啦")
                size: 76
                bold: true
                centred: true
            }
            Txt {
                objectName: "opens"
                visible: text !== ""
                width: parent.width
                text: closed.rest.opens
                size: 52
                bold: true
                centred: true
                color: Theme.coralDeep
            }
            Txt {
                width: parent.width
                text: closed.base.name !== "" ? qsTr("%1\n等你再来点灯。").arg(closed.base.name) : qsTr("欢迎再来点灯。")
                size: 40
                centred: true
                color: Theme.ink2
            }
        }
    }
}
