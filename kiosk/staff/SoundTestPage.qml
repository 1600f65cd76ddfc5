pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Microphone and speaker tried out: the level follows a voice, and a tone must come back through the microphone.
StaffPage {
    id: page
    required property SoundTestViewModel viewModel
    readonly property int total: viewModel.zones[0] + viewModel.zones[1] + viewModel.zones[2]
    title: qsTr("话筒和喇叭")
    subtitle: qsTr("听到的什么都不留")
    primaryLabel: viewModel.stage === "testing" ? qsTr("正在听…") : qsTr("放一声试试")
    primaryUsable: viewModel.stage !== "testing"
    signal backTapped
    onPrimaryTapped: viewModel.test()
    function tintOf(at: int): color {
        return at < viewModel.zones[0] ? Theme.skyShade : at < viewModel.zones[0] + viewModel.zones[1] ? Theme.jade : Theme.roseShade;
    }

    Card {
        id: live
        width: parent.width
        height: (parent.height - back.height - 2 * Theme.gutter) / 2
        contour: 4 * Theme.u
        face: Theme.night
        shade: Theme.deckShade
        Art {
            id: picture
            x: 40 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            name: "icon/microphone"
            color: "ffffff"
            width: Math.round(120 * Theme.u)
            height: width
        }
        Row {
            id: cells
            x: 200 * Theme.u
            y: parent.height / 2 - height
            width: parent.width - x - 40 * Theme.u
            height: 88 * Theme.u
            spacing: 6 * Theme.u
            Repeater {
                model: page.total
                Rectangle {
                    required property int index
                    width: (cells.width - (page.total - 1) * cells.spacing) / page.total
                    height: cells.height
                    radius: 8 * Theme.u
                    color: index < page.viewModel.cells ? page.tintOf(index) : "transparent"
                    border.width: Math.max(2, 4 * Theme.u)
                    border.color: page.tintOf(index)
                }
            }
        }
        Txt {
            objectName: "sound-advice"
            x: cells.x
            y: cells.y + cells.height + 16 * Theme.u
            width: cells.width
            height: live.innerHeight - y - 12 * Theme.u
            text: page.viewModel.advice
            size: 38
            fit: implicitHeight > height
            color: Theme.glowLight
        }
    }
    Card {
        id: tone
        y: live.height + Theme.gutter
        width: parent.width
        height: live.height
        contour: 4 * Theme.u
        face: page.viewModel.result === "" ? Theme.paper : page.viewModel.good ? Theme.jadeSoft : Theme.coralSoft
        Art {
            x: 40 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            name: page.viewModel.result === "" ? "icon/speaker" : page.viewModel.good ? "icon/check-disc" : "icon/warning"
            width: Math.round(120 * Theme.u)
            height: width
        }
        Txt {
            objectName: "sound-result"
            x: 200 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - x - 40 * Theme.u
            height: Math.min(implicitHeight, tone.innerHeight - 32 * Theme.u)
            text: page.viewModel.result !== "" ? page.viewModel.result : qsTr("点“放一声试试”：展台放一个短音，再听自己听不听得见。")
            size: 42
            bold: page.viewModel.result !== ""
            fit: implicitHeight > height
        }
    }
    BigButton {
        id: back
        objectName: "back"
        y: parent.height - height
        icon: "arrow-left"
        words: 34
        label: qsTr("回到健康")
        onTapped: {
            page.viewModel.leave();
            page.backTapped();
        }
    }
}
