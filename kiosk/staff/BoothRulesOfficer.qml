pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Who is in charge of children's personal information: a post, or a name that a stick brings.
Item {
    id: board
    required property BoothRulesViewModel viewModel
    readonly property int columns: Theme.upright ? 1 : 2

    Grid {
        id: posts
        columns: board.columns
        spacing: 16 * Theme.u
        Repeater {
            model: board.viewModel.posts
            BigButton {
                required property var modelData
                objectName: "post-" + modelData.key
                width: (board.width - (board.columns - 1) * posts.spacing) / board.columns
                words: 38
                icon: modelData.chosen ? "check" : ""
                tone: modelData.chosen ? "light" : "paper"
                label: modelData.name
                onTapped: board.viewModel.chooseOfficer(modelData.key)
            }
        }
        BigButton {
            objectName: "officer-file"
            width: (board.width - (board.columns - 1) * posts.spacing) / board.columns
            words: 34
            icon: "usb-stick"
            tone: "glow"
            label: qsTr("从 U 盘读“%1”").arg(board.viewModel.officerFile)
            onTapped: board.viewModel.officerFromStick()
        }
    }
    Card {
        y: posts.height + Theme.gutter
        width: parent.width
        height: Math.min(parent.height - y, 320 * Theme.u)
        contour: 4 * Theme.u
        face: Theme.glowSoft
        Txt {
            anchors.fill: parent
            anchors.margins: 28 * Theme.u
            text: qsTr("负责人管着孩子的个人信息：家长来问、来撤回，都找这个人，同意书和凭据上也写着。可以选岗位；要写姓名，就在 U 盘里放一个文本文件“%1”，第一行写上，插好再点。换人以后，同意书要请家长重新签。").arg(board.viewModel.officerFile)
            size: 34
            fit: true
        }
    }
}
