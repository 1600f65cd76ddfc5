pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Every station was played: the canal is lit from end to end, and everybody says thank you.
StationScreen {
    id: lit
    required property ShellViewModel viewModel
    readonly property Taking taking: viewModel.taking as Taking
    picture: Theme.upright ? "canal-lit-tall" : "canal-lit"
    veil: 0
    lanterns: viewModel.lanterns
    reading: viewModel.reading
    readingText: words.text + "。" + more.text
    primaryLabel: qsTr("看我的证书")
    onPrimaryTapped: viewModel.openCertificate()
    onLeaveTapped: viewModel.goHome()
    onWorryTapped: viewModel.openWorry()
    onListenTapped: viewModel.readAloud(readingText)
    Component.onCompleted: viewModel.readingTextShown(readingText)

    Rectangle {
        objectName: "canal-lit"
        width: Math.min(parent.width, Theme.upright ? parent.width : 1180 * Theme.u)
        height: board.height + 56 * Theme.u
        anchors.horizontalCenter: parent.horizontalCenter
        y: (Theme.upright ? 40 : 0) * Theme.u
        radius: 36 * Theme.u
        color: Qt.alpha(Theme.deepest, 0.82)
        border.color: Theme.glow
        border.width: Theme.line
        Column {
            id: board
            anchors.horizontalCenter: parent.horizontalCenter
            y: 28 * Theme.u
            width: parent.width - 64 * Theme.u
            spacing: 14 * Theme.u
            Txt {
                id: words
                width: parent.width
                height: (Theme.pinyin ? 116 : 80) * Theme.u
                text: qsTr("运河从头到尾都亮了")
                size: 60
                bold: true
                centred: true
                fit: true
                wrap: false
                color: Theme.glowLight
            }
            Txt {
                id: more
                width: parent.width
                height: (Theme.pinyin ? 76 : 52) * Theme.u
                text: qsTr("谢谢你走完了每一站。这些灯，是你点的。")
                size: 36
                centred: true
                fit: true
                wrap: false
                color: Theme.paper
            }
            StampRow {
                anchors.horizontalCenter: parent.horizontalCenter
                stamps: lit.taking.stamps
                side: Math.min(150, (board.width / Theme.u - 16 * (stamps.length - 1)) / stamps.length)
            }
        }
    }
}
