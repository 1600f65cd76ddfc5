pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The certificate as large as the screen has room for, and the family challenge with its sealed answers.
StationScreen {
    id: screen
    required property ShellViewModel viewModel
    readonly property Taking taking: viewModel.taking as Taking
    title: qsTr("我的证书")
    subtitle: taking.message
    lanterns: viewModel.lanterns
    reading: viewModel.reading
    readingText: [taking.quizTitle, ...taking.questions].join("。")
    primaryLabel: qsTr("好了")
    onPrimaryTapped: viewModel.showThanks()
    onLeaveTapped: viewModel.goHome()
    onWorryTapped: viewModel.openWorry()
    onListenTapped: viewModel.readAloud(readingText)
    Component.onCompleted: viewModel.readingTextShown(readingText)
    helpers: BigButton {
        objectName: "print-certificate"
        visible: screen.taking.canPrintCertificate
        usable: !screen.taking.printing
        icon: screen.taking.toStick ? "usb-stick" : "printer"
        label: screen.taking.toStick ? qsTr("存到 U 盘") : qsTr("打印")
        onTapped: screen.taking.printCertificate()
    }

    Image {
        id: sheet
        objectName: "certificate"
        readonly property real wish: Theme.upright ? Math.min(parent.width, (parent.height - 560 * Theme.u) / 1.4143) : parent.height / 1.4143
        width: Math.floor(wish)
        height: Math.floor(wish * 1.4143)
        x: Theme.upright ? (parent.width - width) / 2 : 24 * Theme.u
        source: screen.taking.pictureBase === "" ? "" : screen.taking.pictureBase + "certificate"
        sourceSize: Qt.size(width, 0)
        cache: false
    }
    Card {
        id: quiz
        x: Theme.upright ? 0 : sheet.x + sheet.width + 48 * Theme.u
        y: Theme.upright ? sheet.height + 24 * Theme.u : 0
        width: parent.width - x
        height: parent.height - y
        ScanCode {
            id: scan
            source: screen.taking.pictureBase === "" ? "" : screen.taking.pictureBase + "answers"
            label: qsTr("先猜，再扫码看答案")
            side: (Theme.upright ? 300 : 392) * Theme.u
            anchors.right: parent.right
            anchors.rightMargin: Theme.gutter
            y: (quiz.innerHeight - height) / 2
        }
        Column {
            id: column
            readonly property real room: (quiz.innerHeight - heading.height - 3 * spacing - 32 * Theme.u) / 3
            x: 36 * Theme.u
            width: scan.x - x - 28 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            spacing: (Theme.upright ? 14 : 32) * Theme.u
            Txt {
                id: heading
                width: parent.width
                text: screen.taking.quizTitle
                size: Theme.upright ? 36 : 44
                bold: true
                color: Theme.skyDeep
            }
            Repeater {
                model: screen.taking.questions
                Row {
                    id: question
                    required property string modelData
                    required property int index
                    width: parent.width
                    spacing: 16 * Theme.u
                    Txt {
                        width: 32 * Theme.u
                        text: question.index + 1
                        size: Theme.upright ? 32 : 38
                        bold: true
                        color: Theme.coralDeep
                    }
                    Txt {
                        width: question.width - 48 * Theme.u
                        height: Math.min(implicitHeight, column.room)
                        text: question.modelData
                        size: Theme.upright ? 32 : 38
                        fit: implicitHeight > column.room
                    }
                }
            }
        }
    }
}
