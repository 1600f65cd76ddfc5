pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// 童声播报站: a shelf of scripts, the level check, a take with a teleprompter, listening, and what becomes of it.
StationScreen {
    id: screen
    required property BroadcastBoothViewModel viewModel
    readonly property string phase: viewModel.phase
    readonly property PrompterViewModel prompter: viewModel.prompter as PrompterViewModel
    title: viewModel.title
    subtitle: viewModel.subtitle
    picture: Theme.upright ? "booth-desk-tall" : "booth-desk"
    veil: phase === "shelf" || phase === "wall" ? 0.2 : 0.35
    readingText: viewModel.readingText
    primaryShown: !["shelf", "wall", "count"].includes(phase)
    primaryLabel: viewModel.primaryLabel
    primaryUsable: viewModel.primaryUsable
    onPrimaryTapped: viewModel.primary()
    onWorryTapped: viewModel.worried()
    headExtras: [
        Pill {
            visible: screen.phase === "take"
            text: screen.prompter.shown.progress ?? ""
            icon: screen.viewModel.duet ? "two-people" : "people-one"
            ruby: false
        }
    ]
    helpers: [
        BigButton {
            objectName: "back"
            visible: ["wall", "script", "check", "count", "release"].includes(screen.phase)
            icon: "arrow-left"
            label: screen.phase === "wall" ? qsTr("回书架") : screen.phase === "script" ? qsTr("换一篇") : screen.phase === "count" ? qsTr("等一等") : qsTr("上一步")
            onTapped: screen.viewModel.back()
        },
        BigButton {
            objectName: "wall"
            visible: screen.phase === "shelf"
            tone: "glow"
            icon: "people-three"
            label: qsTr("播报墙")
            onTapped: screen.viewModel.openWall()
        },
        BigButton {
            objectName: "other"
            visible: screen.phase === "trouble"
            icon: "arrow-left"
            label: qsTr("换一篇")
            onTapped: screen.viewModel.throwAway()
        },
        BigButton {
            objectName: "restart"
            visible: screen.phase === "take"
            icon: "refresh"
            label: qsTr("重来一遍")
            onTapped: screen.viewModel.restart()
        },
        BigButton {
            objectName: "before"
            visible: screen.phase === "take"
            usable: !screen.prompter.first
            guarded: false
            icon: "arrow-left"
            label: qsTr("上一句")
            onTapped: screen.prompter.step(-1)
        },
        BigButton {
            objectName: "throw-away"
            visible: screen.phase === "hear"
            icon: "trash"
            label: qsTr("删掉")
            onTapped: screen.viewModel.throwAway()
        },
        BigButton {
            objectName: "again"
            visible: screen.phase === "hear" && screen.viewModel.longEnough
            icon: "refresh"
            label: qsTr("再录一次")
            onTapped: screen.viewModel.again()
        }
    ]
    Loader {
        anchors.fill: parent
        sourceComponent: ({
                "shelf": shelf,
                "wall": wall,
                "script": script,
                "check": check,
                "count": count,
                "take": take,
                "hear": hear,
                "release": release,
                "done": done
            })[screen.phase] ?? notice
    }
    Component {
        id: shelf
        ShelfView {
            viewModel: screen.viewModel.shelf as ShelfViewModel
        }
    }
    Component {
        id: wall
        WallView {
            viewModel: screen.viewModel.wall as WallViewModel
            emptyWords: screen.viewModel.readingText
        }
    }
    Component {
        id: script
        ScriptView {
            viewModel: screen.viewModel
            reading: screen.reading
        }
    }
    Component {
        id: check
        CheckView {
            viewModel: screen.viewModel
        }
    }
    Component {
        id: count
        CountView {
            viewModel: screen.viewModel
        }
    }
    Component {
        id: take
        TakeView {
            viewModel: screen.viewModel
        }
    }
    Component {
        id: hear
        HearView {
            viewModel: screen.viewModel
        }
    }
    Component {
        id: release
        ReleaseView {
            viewModel: screen.viewModel
        }
    }
    Component {
        id: done
        DoneView {
            viewModel: screen.viewModel
        }
    }
    Component {
        id: notice
        NoticeView {
            words: screen.viewModel.notice
        }
    }
    // Practising has no microphone to go by.
    Timer {
        interval: 50
        repeat: true
        running: screen.phase === "take" && screen.viewModel.practising
        onTriggered: screen.viewModel.tick()
    }
}
