pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// How many cards are in use, and the four things that can be done here.
Item {
    id: list
    required property CodesViewModel viewModel
    readonly property real side: Theme.upright ? width : 560 * Theme.u
    readonly property real doorX: Theme.upright ? 0 : side + Theme.gutter
    readonly property real doorY: Theme.upright ? 2 * (number.height + Theme.gutter) : 0
    readonly property real doorHeight: (height - doorY - 3 * Theme.gutter) / 4

    BigNumber {
        id: number
        width: list.side
        height: 220 * Theme.u
        name: qsTr("在用的卡片")
        value: list.viewModel.facts.codes ?? 0
        unit: qsTr("张")
        note: qsTr("%1 天内有效").arg(list.viewModel.facts.days ?? 0)
        picture: "code-lantern"
    }
    BigNumber {
        id: classes
        y: number.height + Theme.gutter
        width: list.side
        height: number.height
        name: qsTr("孩子可以选的班级")
        value: list.viewModel.facts.classes ?? 0
        unit: qsTr("个")
        picture: "icon/people-three"
    }
    Card {
        visible: !Theme.upright
        y: classes.y + classes.height + Theme.gutter
        width: list.side
        height: list.height - y
        contour: 4 * Theme.u
        face: Theme.jadeSoft
        Txt {
            anchors.fill: parent
            anchors.margins: 28 * Theme.u
            text: qsTr("每张卡片都要有一份监护人签字的同意书。卡片上的三个图案就是“回来码”，由展台来定，只显示一次；展台不记孩子的名字和座位。")
            size: 32
            fit: true
        }
    }
    Column {
        x: list.doorX
        y: list.doorY
        width: list.width - x
        spacing: Theme.gutter
        Repeater {
            model: [
                {
                    "key": "seats",
                    "picture": "code-moon",
                    "name": qsTr("发卡片"),
                    "about": qsTr("一张，或者给全班：三个图案加二维码，A4 纸剪开")
                },
                {
                    "key": "withdraw",
                    "picture": "icon/turn-back-disc",
                    "name": qsTr("收回一张"),
                    "about": qsTr("监护人收回同意，或者卡片丢了：按同意书编号删除")
                },
                {
                    "key": "roster",
                    "picture": "icon/usb-stick",
                    "name": qsTr("导入名册"),
                    "about": qsTr("只留下班级和座位数；姓名、证件号、学号进门就丢掉")
                },
                {
                    "key": "posters",
                    "picture": "pledge-lantern-1",
                    "name": qsTr("海报和证书"),
                    "about": qsTr("班级的承诺桥海报、写名字的证书、成果卡")
                }
            ]
            CodesDoor {
                required property var modelData
                objectName: "codes-" + modelData.key
                width: parent.width
                height: list.doorHeight
                picture: modelData.picture
                name: modelData.name
                about: modelData.about
                onTapped: list.viewModel.open(modelData.key)
            }
        }
    }
}
