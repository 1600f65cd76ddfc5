pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// One item that lacks something, and what can be given to it: everything is chosen, nothing is typed.
Item {
    id: board
    required property MendModel mend
    readonly property real leftWidth: Theme.upright ? width : (width - Theme.gutter) * 0.4
    readonly property real upper: Theme.upright ? (height - Theme.gutter) * 0.36 : height - Theme.target - Theme.gutter
    signal backTapped

    Card {
        width: board.leftWidth
        height: board.upper
        contour: 4 * Theme.u
        Txt {
            id: stem
            objectName: "mend-stem"
            x: 32 * Theme.u
            y: 24 * Theme.u
            width: parent.width - 64 * Theme.u
            height: Math.min(implicitHeight, parent.height * 0.42)
            fit: true
            text: board.mend.stem
            size: 40
            bold: true
        }
        LongList {
            x: 32 * Theme.u
            y: stem.y + stem.height + 20 * Theme.u
            width: parent.width - 64 * Theme.u
            height: parent.height - y - 20 * Theme.u
            spacing: 10 * Theme.u
            model: board.mend.lines
            delegate: Item {
                id: line
                required property var modelData
                width: ListView.view.width - 20 * Theme.u
                height: Math.max(52 * Theme.u, words.implicitHeight)
                Art {
                    visible: line.modelData.right
                    name: "icon/check"
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.round(40 * Theme.u)
                    height: width
                }
                Txt {
                    id: words
                    x: 56 * Theme.u
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - x
                    text: line.modelData.text
                    size: 34
                    bold: line.modelData.right
                    color: line.modelData.right ? Theme.jadeDeep : Theme.ink
                }
            }
        }
    }
    Row {
        y: Theme.upright ? board.height - height : board.upper + Theme.gutter
        spacing: 16 * Theme.u
        BigButton {
            objectName: "back"
            label: qsTr("返回")
            words: 36
            onTapped: board.backTapped()
        }
        BigButton {
            objectName: "mend-previous"
            visible: board.mend.count > 1
            icon: "arrow-left"
            label: qsTr("上一题")
            words: 36
            onTapped: board.mend.turn(-1)
        }
        BigButton {
            objectName: "mend-next"
            visible: board.mend.count > 1
            tone: "sky"
            icon: "arrow-right"
            iconRight: true
            label: qsTr("下一题")
            words: 36
            onTapped: board.mend.turn(1)
        }
    }
    Row {
        id: tabs
        x: Theme.upright ? 0 : board.leftWidth + Theme.gutter
        y: Theme.upright ? board.upper + Theme.gutter : 0
        spacing: 16 * Theme.u
        Repeater {
            model: board.mend.tabs
            BigButton {
                required property var modelData
                objectName: "mend-tab-" + modelData.key
                width: (board.width - tabs.x - 32 * Theme.u) / Math.max(1, board.mend.tabs.length)
                tone: modelData.open ? "light" : "paper"
                icon: modelData.done ? "check" : ""
                label: modelData.name
                words: Theme.upright ? 32 : 40
                iconSize: Theme.upright ? 40 : 56
                onTapped: board.mend.open(modelData.key)
            }
        }
    }
    Item {
        id: room
        x: tabs.x
        y: tabs.y + tabs.height + Theme.gutter
        width: board.width - x
        height: (Theme.upright ? board.height - Theme.target - Theme.gutter : board.height) - y
        // Whole sentences stand one below the other, names side by side.
        LongList {
            anchors.fill: parent
            visible: board.mend.sentences
            model: board.mend.sentences ? board.mend.choices : []
            delegate: MendChoice {
                width: ListView.view.width - 20 * Theme.u
                onTapped: board.mend.choose(modelData.key)
            }
        }
        BigButton {
            objectName: "mend-all"
            visible: board.mend.forAll !== ""
            // Beside the tenth family, the last one, on wide screens.
            anchors.bottom: parent.bottom
            anchors.right: parent.right
            width: Theme.upright ? parent.width : (room.width - 32 * Theme.u) * 2 / 3 + 16 * Theme.u
            tone: "glow"
            words: Theme.upright ? 36 : 32
            label: qsTr("没分类的题都归“%1”").arg(board.mend.forAll)
            onTapped: board.mend.chooseForAll()
        }
        Grid {
            visible: !board.mend.sentences
            columns: 3
            spacing: 16 * Theme.u
            Repeater {
                model: board.mend.sentences ? [] : board.mend.choices
                MendChoice {
                    width: (room.width - 32 * Theme.u) / 3
                    height: Theme.target
                    onTapped: board.mend.choose(modelData.key)
                }
            }
        }
    }
}
