pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The desk: one text large, the level, and the buttons of a take.
Item {
    id: desk
    required property StudioReading reading
    required property StudioViewModel viewModel
    readonly property var shown: reading.shown
    readonly property string stage: reading.stage
    readonly property bool recording: stage === "recording"

    Card {
        id: paper
        width: parent.width
        height: meter.y - Theme.gutter
        contour: 4 * Theme.u
        face: desk.shown.read ? Theme.jadeSoft : Theme.paper
        Txt {
            x: 40 * Theme.u
            y: 20 * Theme.u
            width: parent.width - 80 * Theme.u
            height: 52 * Theme.u
            text: (desk.shown.place ?? "") + (desk.shown.read ? "　" + qsTr("已经录好") : "")
            size: 34
            fit: true
            wrap: false
            color: desk.shown.read ? Theme.jadeDeep : Theme.ink2
        }
        Txt {
            objectName: "studio-text"
            x: 40 * Theme.u
            y: 84 * Theme.u
            width: parent.width - 80 * Theme.u
            height: parent.height - y - 30 * Theme.u
            text: desk.shown.text ?? ""
            size: 64
            bold: true
            fit: true
        }
    }
    StudioMeter {
        id: meter
        y: takes.y - height - Theme.gutter
        width: parent.width
        height: (Theme.upright ? 230 : 170) * Theme.u
        reading: desk.reading
    }
    Flow {
        id: takes
        y: steps.y - height - Theme.gutter
        width: parent.width
        spacing: 16 * Theme.u
        BigButton {
            objectName: "studio-record"
            width: (Theme.upright ? takes.width : 440 * Theme.u)
            tone: desk.recording ? "light" : "rose"
            icon: desk.recording ? "stop" : "microphone"
            words: 44
            usable: ["ready", "taken", "recording"].includes(desk.stage)
            label: desk.recording ? qsTr("读完了，停") : desk.stage === "taken" ? qsTr("再录一次") : qsTr("开始录")
            onTapped: desk.recording ? desk.reading.stop() : desk.reading.record()
        }
        BigButton {
            objectName: "studio-hear"
            width: Theme.upright ? (takes.width - takes.spacing) / 2 : implicitWidth
            icon: desk.reading.playing ? "stop" : "play"
            usable: desk.stage === "taken"
            label: desk.reading.playing ? qsTr("停") : qsTr("听一听")
            onTapped: desk.reading.hear()
        }
        BigButton {
            objectName: "studio-keep"
            width: Theme.upright ? (takes.width - takes.spacing) / 2 : implicitWidth
            tone: "glow"
            icon: "check"
            usable: desk.stage === "taken"
            label: desk.stage === "saving" ? qsTr("正在存……") : qsTr("留下，下一句")
            onTapped: desk.reading.keep()
        }
    }
    Flow {
        id: steps
        y: parent.height - height
        width: parent.width
        spacing: 16 * Theme.u
        BigButton {
            objectName: "studio-back"
            icon: "arrow-left"
            words: 34
            label: qsTr("回到列表")
            onTapped: desk.viewModel.back()
        }
        BigButton {
            objectName: "studio-before"
            words: 34
            label: qsTr("上一句")
            onTapped: desk.reading.step(-1)
        }
        BigButton {
            objectName: "studio-after"
            words: 34
            label: qsTr("下一句")
            onTapped: desk.reading.step(1)
        }
        BigButton {
            objectName: "studio-unread"
            words: 34
            usable: (desk.shown.count ?? 0) < (desk.shown.total ?? 0)
            label: qsTr("下一句没录的")
            onTapped: desk.reading.step(0)
        }
        BigButton {
            objectName: "studio-forget"
            tone: "rose"
            words: 34
            icon: "trash"
            usable: desk.shown.read ?? false
            label: qsTr("删掉这一句")
            onTapped: desk.viewModel.forget()
        }
    }
}
