import QtQuick
import kiosk.ui

// Nobody is there: the canal at dusk, today's lanterns, and a small scene that shows what one does here.
Item {
    id: attract
    required property ShellViewModel viewModel
    readonly property bool showing: "title" in (viewModel.wallShow as WallShow).cover

    Scene {
        anchors.fill: parent
    }
    CanalLanterns {
        anchors.fill: parent
        count: attract.viewModel.lanterns
    }
    Column {
        x: Theme.upright ? (attract.width - width) / 2 : 268 * Theme.u
        y: (Theme.upright ? 230 : 76) * Theme.u
        Txt {
            anchors.horizontalCenter: Theme.upright ? parent.horizontalCenter : undefined
            text: qsTr("指尖微光")
            size: 104
            bold: true
            wrap: false
            color: Theme.paper
        }
        Txt {
            anchors.horizontalCenter: Theme.upright ? parent.horizontalCenter : undefined
            text: qsTr("每做对一件事，运河就亮一盏灯")
            size: 38
            wrap: false
            color: Theme.glowLight
        }
    }
    Pill {
        objectName: "base-name"
        visible: text !== ""
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: (Theme.upright ? 152 : 128) * Theme.u
        text: (attract.viewModel.base as BaseFacts).name
        size: 28
        bold: true
        implicitHeight: 56 * Theme.u
        border.width: 0
    }
    LanternPill {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: (Theme.upright ? 56 : 32) * Theme.u
        count: attract.viewModel.lanterns
    }
    WallStage {
        objectName: "wall-stage"
        visible: attract.showing
        show: attract.viewModel.wallShow as WallShow
        width: demo.width
        x: demo.x
        y: demo.y
    }
    AttractDemo {
        id: demo
        visible: !attract.showing
        width: Math.min(parent.width - 2 * Theme.margin, 1500 * Theme.u)
        height: implicitHeight
        anchors.horizontalCenter: parent.horizontalCenter
        y: (Theme.upright ? 720 : 330) * Theme.u
    }
    BigButton {
        objectName: "enter"
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height - height - (Theme.upright ? 200 : 72) * Theme.u
        height: 168 * Theme.u
        width: 720 * Theme.u
        tone: "primary"
        icon: "hand-tap"
        label: qsTr("轻轻点一下，开始")
        words: 56
        guarded: false
        onTapped: attract.viewModel.enter()
    }
    // Any touch on the canal is welcome as well.
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: attract.viewModel.enter()
    }
}
