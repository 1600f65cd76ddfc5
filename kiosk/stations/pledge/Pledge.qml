pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// 承诺桥: the bridge, three promises, plans to keep them, a painted lantern, a signature that nobody keeps.
StationScreen {
    id: screen
    required property PledgeViewModel viewModel
    readonly property string phase: viewModel.phase
    readonly property bool onBridge: ["hello", "hang", "done"].includes(phase)
    title: viewModel.title
    // Upright, the head has one row for both.
    subtitle: Theme.upright && viewModel.player > 0 ? "" : viewModel.subtitle
    picture: Theme.upright ? "pledge-bridge-tall" : "pledge-bridge"
    veil: onBridge ? 0 : 0.55
    readingText: viewModel.readingText
    primaryLabel: viewModel.primaryLabel
    primaryUsable: viewModel.primaryUsable
    onPrimaryTapped: viewModel.primary()
    headExtras: [
        TurnPill {
            visible: screen.viewModel.player > 0
            player: screen.viewModel.player
            words: screen.viewModel.playerText
        },
        Pill {
            visible: screen.onBridge
            icon: "lantern-small"
            text: (screen.viewModel.bridge as BridgeViewModel).board.total
            wordColor: Theme.light
        }
    ]
    helpers: [
        BigButton {
            objectName: "rewrite"
            visible: screen.phase === "sign"
            tone: "glow"
            icon: "refresh"
            label: qsTr("重写")
            onTapped: (sheet.item as SignView).clear()
        },
        BigButton {
            objectName: "have-code"
            visible: screen.viewModel.mayReturn
            tone: "sky"
            icon: "key"
            label: qsTr("我有三个图案")
            onTapped: screen.viewModel.enterCode()
        },
        BigButton {
            objectName: "no-code"
            visible: screen.phase === "code"
            tone: "sky"
            icon: "arrow-left"
            label: qsTr("不用图案")
            onTapped: screen.viewModel.withoutCode()
        }
    ]
    BridgeView {
        visible: screen.onBridge
        anchors.fill: parent
        viewModel: screen.viewModel
        bridge: screen.viewModel.bridge as BridgeViewModel
        origin: Qt.point(-Theme.margin, -screen.bodyTop)
    }
    Loader {
        id: sheet
        active: !screen.onBridge
        anchors.fill: parent
        sourceComponent: ({
                "code": code,
                "back": back,
                "choose": choose,
                "plan": plan,
                "practice": practice,
                "paint": paint,
                "sign": sign
            })[screen.phase] ?? null
    }
    Component {
        id: code
        CodeView {
            back: screen.viewModel.back as ReturnViewModel
        }
    }
    Component {
        id: back
        BackView {
            back: screen.viewModel.back as ReturnViewModel
        }
    }
    Component {
        id: choose
        ChooseView {
            viewModel: screen.viewModel.choose as ChooseViewModel
        }
    }
    Component {
        id: plan
        PlanView {
            viewModel: screen.viewModel.plan as PlanViewModel
        }
    }
    Component {
        id: practice
        PracticeView {
            viewModel: screen.viewModel.practice as PracticeViewModel
        }
    }
    Component {
        id: paint
        PaintView {
            viewModel: screen.viewModel.paint as PaintViewModel
        }
    }
    Component {
        id: sign
        SignView {
            viewModel: screen.viewModel
        }
    }
}
