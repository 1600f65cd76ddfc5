pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The door: what is asked on one side, the keys on the other. First use and recovery walk through the same page.
StaffPage {
    id: page
    required property PadViewModel viewModel
    readonly property bool asks: viewModel.stage !== "code" && viewModel.stage !== "blind"
    readonly property real keysWidth: Theme.upright ? width : 648 * Theme.u
    // Inside, where a role's PIN is set: the key at the lower left goes back to the list.
    property bool backShown: false
    readonly property string way: viewModel.stage === "enter" ? "forgot" : backShown || viewModel.stage.startsWith("re") ? "back" : ""
    signal backTapped
    title: qsTr("工作人员")
    primaryLabel: viewModel.stage === "code" ? qsTr("我抄好了") : ""
    onPrimaryTapped: viewModel.copied()

    Card {
        id: asked
        width: Theme.upright ? page.width : page.width - (page.asks ? page.keysWidth + Theme.gutter : 0)
        height: Theme.upright && page.asks ? page.height - keys.height - Theme.gutter : page.height
        contour: 4 * Theme.u
        face: page.viewModel.locked ? Theme.coralSoft : Theme.paper
        Column {
            x: 48 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 96 * Theme.u
            spacing: 24 * Theme.u
            Art {
                anchors.horizontalCenter: parent.horizontalCenter
                name: page.viewModel.locked ? "icon/lock" : "icon/shield-lock"
                width: Math.round(128 * Theme.u)
                height: width
            }
            Txt {
                width: parent.width
                text: page.viewModel.title
                size: 56
                bold: true
                centred: true
            }
            Txt {
                width: parent.width
                text: page.viewModel.hint
                size: 34
                centred: true
                color: Theme.ink2
            }
            PinDots {
                anchors.horizontalCenter: parent.horizontalCenter
                visible: page.asks && page.viewModel.shown === "" && !page.viewModel.locked && page.viewModel.stage !== "recover"
                count: page.viewModel.count
                least: page.viewModel.least
            }
            Txt {
                objectName: "shown"
                width: parent.width
                visible: page.viewModel.stage === "recover" || page.viewModel.stage === "code"
                text: page.viewModel.shown === "" ? "____ ____ ____ ____" : page.viewModel.shown
                size: page.viewModel.stage === "code" ? 96 : 64
                bold: true
                wrap: false
                centred: true
                fit: true
            }
            Txt {
                objectName: "message"
                width: parent.width
                visible: text !== ""
                text: page.viewModel.busy ? qsTr("正在核对…") : page.viewModel.message
                size: page.viewModel.locked ? 48 : 38
                bold: true
                centred: true
                color: page.viewModel.busy ? Theme.ink2 : Theme.coralDeep
            }
            Loader {
                width: parent.width
                active: page.viewModel.stage === "code"
                visible: active
                sourceComponent: CodePaper {
                    paper: page.viewModel.paper
                }
            }
            Txt {
                width: parent.width
                visible: page.viewModel.troubles.length > 0
                text: page.viewModel.troubles.join("\n")
                size: 32
                centred: true
            }
        }
    }
    BigButton {
        objectName: "clean"
        visible: page.viewModel.stage === "enter"
        x: 24 * Theme.u
        y: asked.innerHeight - height - 16 * Theme.u
        words: 32
        icon: "lock"
        label: qsTr("擦屏幕")
        onTapped: page.viewModel.clean()
    }
    Item {
        id: keys
        visible: page.asks
        x: Theme.upright ? 0 : page.width - width
        y: Theme.upright ? page.height - height : 0
        width: page.keysWidth
        height: Theme.upright ? 872 * Theme.u : page.height
        NumberPad {
            id: pad
            keyWidth: (keys.width - 2 * Theme.gutter) / 3
            keyHeight: (keys.height - 4 * Theme.gutter) / 5
            usable: !page.viewModel.busy && !page.viewModel.locked
            onPressed: digit => page.viewModel.press(digit)
            onCleared: page.viewModel.clear()
            onErased: page.viewModel.erase()
        }
        BigButton {
            id: recover
            objectName: page.way
            visible: page.way !== ""
            y: pad.height + Theme.gutter
            width: pad.keyWidth
            height: pad.keyHeight
            words: 30
            label: page.way === "forgot" ? qsTr("忘了 PIN") : qsTr("返回")
            usable: !page.viewModel.busy
            onTapped: page.way === "forgot" ? page.viewModel.forgot() : page.backShown ? page.backTapped() : page.viewModel.back()
        }
        BigButton {
            objectName: "ok"
            x: recover.visible ? pad.keyWidth + Theme.gutter : 0
            y: pad.height + Theme.gutter
            width: keys.width - x
            height: pad.keyHeight
            tone: "primary"
            words: 48
            label: qsTr("确定")
            usable: page.viewModel.ready
            guarded: false
            onTapped: page.viewModel.confirm()
        }
    }
}
