pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A new version of the program from a stick: chosen, looked at, installed by the system, taken up with a restart.
StaffPage {
    id: page
    required property UpdateViewModel viewModel
    readonly property bool listing: viewModel.stage === "list"
    readonly property real half: Theme.upright ? width : (width - Theme.gutter) * 0.5
    readonly property real room: height - back.height - Theme.gutter
    signal backTapped
    signal restartTapped
    title: qsTr("更新软件")
    subtitle: qsTr("现在是 %1 版").arg(viewModel.current)
    primaryLabel: viewModel.stage === "offer" ? qsTr("开始更新") : viewModel.stage === "done" ? qsTr("现在换上") : ""
    onPrimaryTapped: viewModel.stage === "done" ? restartTapped() : viewModel.begin()

    Card {
        visible: page.listing && page.viewModel.message !== ""
        width: about.width
        height: about.height
        contour: 4 * Theme.u
        face: Theme.coralSoft
        Txt {
            objectName: "message"
            anchors.fill: parent
            anchors.margins: 40 * Theme.u
            text: page.viewModel.message
            size: 40
            bold: true
            fit: implicitHeight > height
            color: Theme.coralDeep
        }
    }
    Card {
        id: about
        visible: page.listing && page.viewModel.message === ""
        width: page.half
        height: Theme.upright ? (page.room - Theme.gutter) * 0.5 : page.room
        contour: 4 * Theme.u
        Column {
            x: 40 * Theme.u
            y: 36 * Theme.u
            width: parent.width - 80 * Theme.u
            spacing: 24 * Theme.u
            Txt {
                width: parent.width
                text: qsTr("只收这把钥匙签过名的更新")
                size: 40
                bold: true
            }
            Txt {
                objectName: "maker"
                visible: text !== ""
                width: parent.width
                text: page.viewModel.maker.slice(0, 4).join(" · ") + (page.viewModel.maker.length ? "\n" : "") + page.viewModel.maker.slice(4).join(" · ")
                size: 40
                bold: true
                color: Theme.jadeDeep
            }
            Txt {
                width: parent.width
                text: page.viewModel.maker.length ? qsTr("这八个词是软件发布方的，装机时登记的。不放心，打电话请发布方念一遍。") : qsTr("还没有登记软件发布方的钥匙。")
                size: 34
                color: Theme.ink2
            }
            Txt {
                width: parent.width
                text: qsTr("把发布方给的更新文件放进 U 盘，插上，点一下。先看清楚是什么，再开始。")
                size: 34
                color: Theme.ink2
            }
        }
    }
    KeyFiles {
        visible: page.listing
        enabled: page.viewModel.able
        heading: qsTr("U 盘里的更新")
        icon: "box"
        x: Theme.upright ? 0 : page.half + Theme.gutter
        y: Theme.upright ? about.height + Theme.gutter : 0
        width: parent.width - x
        height: (Theme.upright ? page.room : page.height) - y
        stick: page.viewModel.stick
        onChosen: index => page.viewModel.choose(index)
    }
    UpdateOffer {
        visible: page.viewModel.stage === "offer"
        width: parent.width
        height: page.room
        current: page.viewModel.current
        version: page.viewModel.version
        sentences: [page.viewModel.name, qsTr("签名正确，是这把钥匙签的：%1").arg(page.viewModel.maker.join(" · ")), qsTr("开始以后，程序逐个文件核对，再试着打开；数据先备份，最后一步才换上。"), qsTr("要是新版本连续三次打不开，会自动换回现在的版本，数据都在。")]
    }
    ProgressCard {
        visible: page.viewModel.stage === "busy"
        width: parent.width
        height: parent.height
        what: page.viewModel.what
        told: page.viewModel.progress
        done: page.viewModel.done
        total: 100
        mayStop: false
    }
    UpdateOffer {
        visible: page.viewModel.stage === "done"
        width: parent.width
        height: page.room
        current: page.viewModel.current
        version: page.viewModel.version
        sentences: [qsTr("新版本已经装好，数据也备份了。"), qsTr("点“现在换上”，屏幕黑一会儿，新版本自己打开；也可以等晚上关机，明天开机就是新的。")]
    }
    BigButton {
        id: back
        objectName: "back"
        visible: page.viewModel.stage !== "busy"
        x: Theme.leftHanded && Theme.upright ? page.width - width : 0
        y: page.height - height
        icon: "arrow-left"
        words: 34
        label: page.viewModel.stage === "offer" ? qsTr("先不更新") : qsTr("回到设置")
        onTapped: page.viewModel.stage === "offer" ? page.viewModel.back() : page.backTapped()
    }
}
