pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The banks that are played now; an older version can come back, a bank can be taken away.
Item {
    id: banks
    required property PacksViewModel viewModel
    required property ShelfModel shelf

    Card {
        id: news
        visible: banks.viewModel.message !== ""
        width: parent.width
        height: visible ? 156 * Theme.u : 0
        contour: 4 * Theme.u
        face: banks.viewModel.good ? Theme.jadeSoft : Theme.coralSoft
        Txt {
            objectName: "message"
            anchors.fill: parent
            anchors.margins: 20 * Theme.u
            text: banks.viewModel.message
            size: 34
            bold: true
            fit: true
            color: banks.viewModel.good ? Theme.jadeDeep : Theme.coralDeep
        }
    }
    // Lists of errors that found no stick: a touch takes them along.
    Card {
        id: lists
        visible: banks.viewModel.listsWaiting > 0
        y: news.height > 0 ? news.height + 16 * Theme.u : 0
        width: parent.width
        height: visible ? 156 * Theme.u : 0
        contour: 4 * Theme.u
        face: Theme.glowSoft
        Txt {
            x: 28 * Theme.u
            y: 8 * Theme.u
            width: hand.x - x - 16 * Theme.u
            height: lists.innerHeight - 16 * Theme.u
            text: qsTr("有 %1 份错误清单还没取走。插上能写的 U 盘，点“取走”。").arg(banks.viewModel.listsWaiting)
            size: 34
            bold: true
            fit: true
        }
        BigButton {
            id: hand
            objectName: "hand-over"
            anchors.right: parent.right
            anchors.rightMargin: 20 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            usable: banks.viewModel.canHandOver
            tone: "sky"
            words: 34
            label: qsTr("取走")
            onTapped: banks.viewModel.handOver()
        }
    }
    LongList {
        y: (news.height > 0 ? news.height + 16 * Theme.u : 0) + (lists.height > 0 ? lists.height + 16 * Theme.u : 0)
        width: parent.width
        height: parent.height - y
        model: banks.shelf.banks
        delegate: Card {
            id: bank
            required property var modelData
            width: ListView.view.width - 20 * Theme.u
            height: (bank.modelData.mark === "" ? 176 : 216) * Theme.u
            contour: 4 * Theme.u
            Column {
                x: 28 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                width: acts.x - x - 16 * Theme.u
                Txt {
                    width: parent.width
                    height: 60 * Theme.u
                    text: bank.modelData.title
                    size: 40
                    bold: true
                    fit: true
                    wrap: false
                }
                Txt {
                    width: parent.width
                    text: qsTr("%1 · %2 版").arg(bank.modelData.origin).arg(bank.modelData.version)
                    size: 28
                    wrap: false
                    color: Theme.ink2
                }
                Row {
                    id: facts
                    spacing: 20 * Theme.u
                    Txt {
                        visible: bank.modelData.playable > 0 || bank.modelData.brings === ""
                        text: qsTr("%1 道能玩").arg(bank.modelData.playable)
                        size: 32
                        bold: true
                        wrap: false
                        color: Theme.jadeDeep
                    }
                    Txt {
                        visible: bank.modelData.mend > 0
                        text: qsTr("%1 道缺解析").arg(bank.modelData.mend)
                        size: 32
                        bold: true
                        wrap: false
                        color: Theme.coralDeep
                    }
                    Txt {
                        objectName: "brings-" + bank.modelData.id
                        visible: bank.modelData.brings !== ""
                        width: facts.parent.width - x
                        height: 48 * Theme.u
                        text: bank.modelData.brings
                        size: 30
                        fit: true
                        wrap: false
                        color: Theme.skyDeep
                    }
                }
                Row {
                    visible: bank.modelData.mark !== ""
                    spacing: 10 * Theme.u
                    Art {
                        name: "icon/warning"
                        width: Math.round(40 * Theme.u)
                        height: width
                    }
                    Txt {
                        objectName: "unsigned-" + bank.modelData.id
                        text: bank.modelData.mark
                        size: 28
                        bold: true
                        wrap: false
                        color: Theme.coralDeep
                    }
                }
            }
            Row {
                id: acts
                anchors.right: parent.right
                anchors.rightMargin: 20 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                spacing: 12 * Theme.u
                BigButton {
                    objectName: "mend-" + bank.modelData.id
                    visible: bank.modelData.unfinished > 0
                    tone: "glow"
                    words: 30
                    label: qsTr("补一补")
                    onTapped: banks.viewModel.mendBank(bank.modelData.id)
                }
                BigButton {
                    objectName: "rollback-" + bank.modelData.id
                    visible: bank.modelData.hasOlder
                    words: 30
                    label: bank.modelData.asked === "rollback" ? qsTr("再点一次") : qsTr("上一版")
                    onTapped: banks.shelf.rollBack(bank.modelData.id)
                }
                BigButton {
                    objectName: "remove-" + bank.modelData.id
                    tone: "rose"
                    words: 30
                    label: bank.modelData.asked === "remove" ? qsTr("再点一次") : qsTr("拿掉")
                    onTapped: banks.shelf.remove(bank.modelData.id)
                }
            }
        }
    }
}
