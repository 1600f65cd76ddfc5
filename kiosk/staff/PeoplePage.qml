pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The admin gives each role its PIN; a PIN or a recovery code fills the page while it is being set or copied.
StaffPage {
    id: page
    required property PeopleViewModel viewModel
    readonly property bool list: viewModel.pad === null && viewModel.code === ""
    readonly property var pictures: ({
            "guide": "icon/hand-tap",
            "teacher": "icon/class",
            "admin": "icon/shield-lock",
            "auditor": "icon/flag"
        })
    readonly property int columns: Theme.upright ? 1 : 2
    readonly property real cardHeight: (height - footer.height - Theme.gutter * 4 / columns) * columns / 4
    title: qsTr("人员")
    subtitle: viewModel.missing === "" ? qsTr("四个角色都能进，输入哪组 PIN 就是谁") : qsTr("还没有 PIN、进不来的：%1").arg(viewModel.missing)
    primaryLabel: viewModel.code !== "" ? qsTr("我抄好了") : ""
    onPrimaryTapped: viewModel.copied()

    Grid {
        visible: page.list
        columns: page.columns
        spacing: Theme.gutter
        Repeater {
            model: page.viewModel.roles
            Card {
                id: role
                required property var modelData
                width: (page.width - (page.columns - 1) * Theme.gutter) / page.columns
                height: page.cardHeight
                contour: 4 * Theme.u
                Art {
                    id: picture
                    x: 32 * Theme.u
                    y: 32 * Theme.u
                    name: page.pictures[role.modelData.key]
                    width: Math.round(96 * Theme.u)
                    height: width
                }
                Column {
                    x: 160 * Theme.u
                    y: 24 * Theme.u
                    // Upright the keys stand beside the words, else below them.
                    width: Theme.upright ? keys.x - x - Theme.gutter : parent.width - x - 32 * Theme.u
                    Txt {
                        text: role.modelData.name
                        size: 44
                        bold: true
                        wrap: false
                    }
                    Txt {
                        width: parent.width
                        height: Math.min(implicitHeight, role.innerHeight - 112 * Theme.u)
                        fit: implicitHeight > height
                        text: role.modelData.hasPin ? qsTr("能看：%1").arg(role.modelData.sees) : qsTr("还没有 PIN，进不来")
                        size: 30
                        color: role.modelData.hasPin ? Theme.ink2 : Theme.coralDeep
                    }
                }
                Row {
                    id: keys
                    anchors.right: parent.right
                    anchors.bottom: parent.bottom
                    anchors.margins: 24 * Theme.u
                    spacing: 16 * Theme.u
                    BigButton {
                        objectName: "remove-" + role.modelData.key
                        visible: role.modelData.removable
                        tone: "rose"
                        words: 34
                        label: role.modelData.leaving ? qsTr("再点一次停用") : qsTr("停用")
                        onTapped: page.viewModel.removePin(role.modelData.key)
                    }
                    BigButton {
                        objectName: "pin-" + role.modelData.key
                        width: Math.max(200 * Theme.u, implicitWidth)
                        tone: role.modelData.hasPin ? "paper" : "light"
                        words: 34
                        label: role.modelData.hasPin ? qsTr("换 PIN") : qsTr("设 PIN")
                        onTapped: page.viewModel.setPin(role.modelData.key)
                    }
                }
            }
        }
    }
    Item {
        id: footer
        visible: page.list
        y: page.height - height
        width: page.width
        height: Theme.target
        BigButton {
            id: renew
            objectName: "new-code"
            icon: "refresh"
            words: 34
            label: qsTr("换恢复码")
            onTapped: page.viewModel.newCode()
        }
        Txt {
            objectName: "message"
            x: renew.width + Theme.gutter
            width: parent.width - x
            height: parent.height
            text: page.viewModel.message !== "" ? page.viewModel.message : qsTr("恢复码是忘了管理员 PIN 时唯一的办法；换了以后，纸上旧的就作废。")
            size: 34
            fit: true
            bold: page.viewModel.message !== ""
            color: page.viewModel.message === "" ? Theme.ink2 : page.viewModel.good ? Theme.jadeDeep : Theme.coralDeep
        }
    }
    Loader {
        anchors.fill: parent
        active: page.viewModel.pad !== null
        sourceComponent: Item {
            PadPage {
                width: parent.width
                height: parent.height
                viewModel: page.viewModel.pad as PadViewModel
                backShown: true
                onBackTapped: page.viewModel.giveUp()
            }
        }
    }
    Card {
        visible: page.viewModel.code !== ""
        width: page.width
        height: page.height
        contour: 4 * Theme.u
        Column {
            anchors.centerIn: parent
            width: parent.width - 96 * Theme.u
            spacing: 32 * Theme.u
            Txt {
                width: parent.width
                text: qsTr("请把新的恢复码抄在纸上")
                size: 56
                bold: true
                centred: true
            }
            Txt {
                objectName: "new-code-shown"
                width: parent.width
                text: page.viewModel.code
                size: Theme.upright ? 80 : 96
                bold: true
                wrap: false
                centred: true
            }
            Txt {
                width: parent.width
                text: qsTr("旧的恢复码已经作废。展台不会再显示第二次，请锁进抽屉。")
                size: 36
                centred: true
                color: Theme.ink2
            }
            CodePaper {
                width: parent.width
                paper: page.viewModel.paper
            }
        }
    }
}
