pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A child may be in danger: whom to tell, at once, and that the law asks for it.
Card {
    id: card
    contour: 4 * Theme.u
    face: Theme.coralSoft
    readonly property var numbers: [["110", qsTr("公安：有人正在受伤害，先打这个")], ["12345", qsTr("政务热线：请转民政或教育部门")], ["12355", qsTr("青少年服务台：心理和法律帮助")]]
    Column {
        anchors.centerIn: parent
        width: parent.width - 96 * Theme.u
        spacing: 20 * Theme.u
        Txt {
            width: parent.width
            text: qsTr("录音已经留住。请现在就报告。")
            size: 52
            bold: true
            centred: true
            color: Theme.coralDeep
        }
        Txt {
            width: parent.width
            text: qsTr("《未成年人保护法》第十一条：密切接触未成年人的单位和工作人员，发现孩子受到侵害、疑似受到侵害或者有其他危险，应当立即向公安、民政、教育等部门报告。")
            size: 34
            centred: true
        }
        Flow {
            width: parent.width
            spacing: Theme.gutter
            Repeater {
                model: card.numbers
                Card {
                    id: number
                    required property var modelData
                    width: Theme.upright ? parent.width : (parent.width - 2 * Theme.gutter) / 3
                    height: 200 * Theme.u
                    contour: 4 * Theme.u
                    Txt {
                        width: parent.width
                        y: 12 * Theme.u
                        height: 92 * Theme.u
                        text: number.modelData[0]
                        size: 72
                        bold: true
                        centred: true
                        wrap: false
                    }
                    Txt {
                        x: 16 * Theme.u
                        y: 104 * Theme.u
                        width: parent.width - 32 * Theme.u
                        height: parent.height - y - 8 * Theme.u
                        text: number.modelData[1]
                        size: 30
                        fit: true
                        centred: true
                    }
                }
            }
        }
        Txt {
            width: parent.width
            text: qsTr("同时告诉基地负责人。不要追问孩子细节，不要把录音发给别人；别让孩子一个人待着。")
            size: 34
            centred: true
        }
    }
}
