pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui
import kiosk.forms
import kiosk.stations.anti_fraud

// 全班模式: one message as large as the screen bears, the hands for each answer, and our own digits.
Item {
    id: whole
    required property ClassWholeViewModel viewModel
    readonly property var item: viewModel?.item ?? ({})
    readonly property bool explaining: viewModel?.explaining ?? false
    readonly property real side: Theme.upright ? width : 560 * Theme.u
    readonly property real shown: Theme.upright ? width : width - side - Theme.gutter
    readonly property real act: (shown - 48 * Theme.u) / 4
    property MessageCard card: null
    signal backTapped

    Repeater {
        model: whole.item.message ? [whole.item] : []
        MessageCard {
            required property var modelData
            message: modelData.message
            revealed: whole.explaining ? 99 : 0
            width: whole.shown
            height: stem.y - 12 * Theme.u
            Component.onCompleted: whole.card = this
        }
    }
    Txt {
        id: stem
        y: foot.y - height - 16 * Theme.u
        width: whole.shown
        height: Math.min(implicitHeight, (Theme.upright ? 180 : 200) * Theme.u)
        fit: true
        text: whole.explaining ? whole.item.right + "：" + whole.item.explanation : whole.item.stem || ""
        size: 44
        bold: true
        color: whole.explaining ? Theme.jadeDeep : Theme.ink
    }
    Row {
        id: foot
        y: (Theme.upright ? hands.y - Theme.gutter : whole.height) - height
        spacing: 16 * Theme.u
        BigButton {
            objectName: "whole-board"
            icon: "class"
            width: whole.act
            words: 28
            label: qsTr("课堂板")
            onTapped: whole.backTapped()
        }
        BigButton {
            objectName: "whole-before"
            width: whole.act
            words: 28
            icon: "arrow-left"
            label: qsTr("上一条")
            onTapped: whole.viewModel.step(-1)
        }
        BigButton {
            objectName: "whole-explain"
            visible: whole.viewModel?.mayExplain ?? false
            width: whole.act
            words: 28
            icon: "bulb"
            tone: whole.explaining ? "light" : "sky"
            label: whole.explaining ? qsTr("不讲了") : qsTr("讲一讲")
            onTapped: whole.viewModel.explain()
        }
        MessageTurn {
            objectName: "whole-turn"
            width: whole.act
            card: whole.card
        }
    }
    ClassSessionHands {
        id: hands
        x: Theme.upright ? 0 : whole.width - width
        y: Theme.upright ? whole.height - height : 0
        width: whole.side
        height: Theme.upright ? Math.min(implicitHeight, whole.height * 0.64) : whole.height
        viewModel: whole.viewModel
    }
}
