pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Whose packs this base takes. A key from the stick is added once its eight words were compared with its maker's.
StaffPage {
    id: page
    required property KeysViewModel viewModel
    readonly property StickModel stick: viewModel.stick
    readonly property bool comparing: viewModel.stage === "compare"
    readonly property real half: Theme.upright ? width : (width - Theme.gutter) * 0.58
    readonly property real under: news.visible ? news.height + 16 * Theme.u : 0
    readonly property real room: height - unsigned.height - Theme.gutter
    signal backTapped
    title: comparing ? qsTr("对一对这八个词") : qsTr("题包的钥匙")
    subtitle: comparing ? viewModel.name : qsTr("有可信签名的题包，老师输 PIN 就能装")
    primaryLabel: comparing && !viewModel.here ? qsTr("一样，加上") : ""
    onPrimaryTapped: viewModel.add()

    Card {
        id: news
        visible: page.viewModel.message !== ""
        width: parent.width
        height: 120 * Theme.u
        contour: 4 * Theme.u
        face: page.viewModel.good ? Theme.jadeSoft : Theme.coralSoft
        Txt {
            objectName: "message"
            anchors.fill: parent
            anchors.margins: 16 * Theme.u
            text: page.viewModel.message
            size: 34
            bold: true
            fit: true
            color: page.viewModel.good ? Theme.jadeDeep : Theme.coralDeep
        }
    }
    Card {
        id: trusted
        visible: !page.comparing
        y: page.under
        width: page.half
        height: Theme.upright ? (page.room - page.under - Theme.gutter) * 0.5 : page.room - page.under
        contour: 4 * Theme.u
        Txt {
            x: 32 * Theme.u
            y: 28 * Theme.u
            text: qsTr("我们信任的钥匙")
            size: 40
            bold: true
            wrap: false
        }
        Txt {
            visible: page.viewModel.keys.length === 0
            x: 32 * Theme.u
            y: 112 * Theme.u
            width: parent.width - 64 * Theme.u
            text: qsTr("还没有。插上有钥匙文件的 U 盘，点一下文件，对过八个词就能加。")
            size: 34
            color: Theme.ink2
        }
        LongList {
            x: 24 * Theme.u
            y: 100 * Theme.u
            width: parent.width - 48 * Theme.u
            height: parent.height - y - 24 * Theme.u
            model: page.viewModel.keys
            delegate: KeyCard {
                required property var modelData
                width: ListView.view.width - 20 * Theme.u
                known: modelData
                onRemoveTapped: page.viewModel.remove(modelData.key)
            }
        }
    }
    Card {
        id: unsigned
        visible: !page.comparing
        x: Theme.upright ? (Theme.leftHanded ? 0 : back.width + Theme.gutter) : page.half + Theme.gutter
        y: parent.height - height
        width: Theme.upright ? parent.width - back.width - Theme.gutter : parent.width - x
        height: 156 * Theme.u
        contour: 4 * Theme.u
        Column {
            x: 28 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            width: turn.x - x - 20 * Theme.u
            Txt {
                width: parent.width
                height: 60 * Theme.u
                text: qsTr("没有可信签名的题包")
                size: 38
                bold: true
                fit: true
                wrap: false
            }
            Txt {
                width: parent.width
                text: page.viewModel.unsigned ? qsTr("也收，会标出来") : qsTr("不收")
                size: 32
                color: page.viewModel.unsigned ? Theme.coralDeep : Theme.ink2
            }
        }
        BigButton {
            id: turn
            objectName: "unsigned-switch"
            anchors.right: parent.right
            anchors.rightMargin: 20 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            width: 184 * Theme.u
            words: 34
            icon: page.viewModel.unsigned ? "check" : ""
            tone: page.viewModel.unsigned ? "light" : "paper"
            label: page.viewModel.unsigned ? qsTr("开") : qsTr("关")
            onTapped: page.viewModel.toggleUnsigned()
        }
    }
    KeyFiles {
        visible: !page.comparing
        x: Theme.upright ? 0 : page.half + Theme.gutter
        y: Theme.upright ? trusted.y + trusted.height + Theme.gutter : page.under
        width: parent.width - x
        height: page.room - y
        stick: page.stick
        onChosen: index => page.viewModel.choose(index)
    }
    KeyWords {
        visible: page.comparing
        width: parent.width
        height: page.room
        words: page.viewModel.compared
        here: page.viewModel.here
    }
    BigButton {
        id: back
        objectName: "back"
        x: Theme.leftHanded && Theme.upright ? page.width - width : 0
        y: page.height - unsigned.height + (unsigned.height - height) / 2
        icon: "arrow-left"
        words: 34
        label: page.comparing ? (page.viewModel.here ? qsTr("好的") : qsTr("不加")) : qsTr("回到设置")
        onTapped: page.comparing ? page.viewModel.back() : page.backTapped()
    }
}
