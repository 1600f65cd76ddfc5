pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Goodbye: three faces, then the canal again.
StationScreen {
    id: thanks
    required property ShellViewModel viewModel
    readonly property BaseFacts base: viewModel.base as BaseFacts
    readonly property Taking taking: viewModel.taking as Taking
    veil: 0.5
    title: qsTr("谢谢你来点灯")
    lanterns: viewModel.lanterns
    reading: viewModel.reading
    readingText: viewModel.goodbye + qsTr("今天玩得怎么样？点一张脸告诉%1。").arg(base.mascot)
    leaveLabel: qsTr("再见")
    leaveIcon: "leave"
    primaryShown: false
    onLeaveTapped: viewModel.endVisit()
    onWorryTapped: viewModel.openWorry()
    onListenTapped: viewModel.readAloud(readingText)
    Component.onCompleted: viewModel.readingTextShown(readingText)

    Art {
        id: guide
        name: "yingying-cheer"
        width: Math.round((Theme.upright ? 480 : 380) * Theme.u)
        height: width
        x: Theme.upright ? 0 : 120 * Theme.u
        y: (Theme.upright ? 40 : -20) * Theme.u
    }
    SpeechBubble {
        x: guide.x + guide.width
        y: guide.y + 90 * Theme.u
        size: 40
        maximum: Theme.upright ? thanks.width - 2 * Theme.margin - guide.width : 900 * Theme.u
        text: thanks.viewModel.goodbye
        strong: qsTr("今天玩得怎么样？")
    }
    BigButton {
        objectName: "my-certificate"
        visible: thanks.taking.earned > 0
        x: Theme.upright ? (parent.width - width) / 2 : parent.width - width
        y: Theme.upright ? parent.height - height - 20 * Theme.u : 0
        width: Math.round((Theme.upright ? 640 : 300) * Theme.u)
        height: Math.round((Theme.upright ? 220 : 330) * Theme.u)
        tone: "light"
        onTapped: thanks.viewModel.openCertificate()
        Art {
            id: small
            name: "certificate"
            width: Math.round((Theme.upright ? 140 : 168) * Theme.u)
            height: Math.round(width * 1.414)
            x: Theme.upright ? 60 * Theme.u : (parent.width - width) / 2
            y: Theme.upright ? (parent.height - height) / 2 - 4 * Theme.u : 14 * Theme.u
        }
        Txt {
            x: Theme.upright ? small.x + small.width + 40 * Theme.u : 10 * Theme.u
            y: Theme.upright ? 0 : small.y + small.height
            width: parent.width - x - 10 * Theme.u
            height: parent.height - y - 14 * Theme.u
            text: qsTr("看我的证书")
            size: Theme.upright ? 48 : 38
            bold: true
            fit: true
            wrap: false
            centred: true
        }
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: (Theme.upright ? 260 : 10) * Theme.u
        spacing: (Theme.upright ? 24 : 64) * Theme.u
        Repeater {
            model: [[3, "face-glad", qsTr("很开心")], [2, "face-soso", qsTr("还可以")], [1, "face-sad", qsTr("不太好")]]
            BigButton {
                id: face
                required property var modelData
                objectName: "face-" + modelData[0]
                width: Math.round((Theme.upright ? 304 : 380) * Theme.u)
                height: Math.round(360 * Theme.u)
                onTapped: thanks.viewModel.rate(modelData[0])
                Column {
                    anchors.centerIn: parent
                    spacing: 6 * Theme.u
                    Art {
                        name: "icon/" + face.modelData[1]
                        width: Math.round(210 * Theme.u)
                        height: width
                        anchors.horizontalCenter: parent.horizontalCenter
                    }
                    Txt {
                        text: face.modelData[2]
                        size: 44
                        bold: true
                        wrap: false
                        anchors.horizontalCenter: parent.horizontalCenter
                    }
                }
            }
        }
    }
}
