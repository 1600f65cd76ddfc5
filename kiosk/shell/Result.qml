pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The result card: what went well, what was learned, never a rank.
StationScreen {
    id: screen
    required property ShellViewModel viewModel
    readonly property var card: viewModel.result
    readonly property Taking taking: viewModel.taking as Taking
    // Beside a link, which comes alive later, stands the text that a code without a link carries.
    readonly property var lessons: taking.linked ? taking.lines.slice(0, 3) : card.learned ?? []
    subtitle: taking.message !== "" ? taking.message : taking.restDue ? qsTr("该休息啦，看看远处，喝口水。") : ""
    helpers: BigButton {
        objectName: "print"
        visible: screen.taking.canPrint
        usable: !screen.taking.printing
        icon: screen.taking.toStick ? "usb-stick" : "printer"
        label: screen.taking.toStick ? qsTr("存到 U 盘") : qsTr("打印")
        onTapped: screen.taking.printCard()
    }
    title: qsTr("今天的收获")
    lanterns: viewModel.lanterns
    reading: viewModel.reading
    leaveLabel: qsTr("我玩好了")
    leaveIcon: "leave"
    readonly property string tally: card.tally || qsTr("看穿了 %1 条，一共 %2 条").arg(card.right ?? 0).arg(card.answered ?? 0)
    readingText: [card.title ?? "", tally, ...lessons].join("。")
    primaryLabel: qsTr("继续点灯")
    onPrimaryTapped: viewModel.goHome()
    onLeaveTapped: viewModel.showThanks()
    onWorryTapped: viewModel.openWorry()
    onListenTapped: viewModel.readAloud(readingText)
    Component.onCompleted: viewModel.readingTextShown(readingText)

    Card {
        id: paper
        anchors.fill: parent
        anchors.bottomMargin: 8 * Theme.u
        Rectangle {
            id: band
            width: parent.width - 2 * Theme.gutter
            height: (Theme.upright && Theme.pinyin ? 160 : 132) * Theme.u
            x: Theme.gutter
            y: Theme.gutter
            radius: 20 * Theme.u
            color: Theme.glowSoft
            Txt {
                anchors.left: parent.left
                anchors.leftMargin: 40 * Theme.u
                anchors.right: stars.left
                anchors.rightMargin: Theme.gutter
                height: parent.height
                text: screen.card.title ?? ""
                size: 56
                bold: true
                fit: true
            }
            Row {
                id: stars
                anchors.right: parent.right
                anchors.rightMargin: 32 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                spacing: 8 * Theme.u
                Art {
                    name: screen.viewModel.resultStation === "" ? "" : "stamp-" + screen.viewModel.resultStation
                    width: Math.round(112 * Theme.u)
                    height: width
                    rotation: -9
                    y: (parent.height - height) / 2
                }
                Repeater {
                    model: (screen.card.stars ?? 0) >= 0 ? 3 : 0
                    Art {
                        required property int index
                        name: index < (screen.card.stars ?? 0) ? "icon/star-full" : "icon/star-empty"
                        width: Math.round(96 * Theme.u)
                        height: width
                    }
                }
            }
        }
        Art {
            id: monster
            name: screen.card.picture ?? ""
            width: Math.round((Theme.upright ? 420 : 226) * Theme.u)
            height: width
            x: Theme.upright ? 48 * Theme.u : 48 * Theme.u + (scan.width - width) / 2
            y: band.y + band.height + (Theme.upright ? 40 : 8) * Theme.u
        }
        ScanCode {
            id: scan
            objectName: "take-home-code"
            source: screen.taking.hasCode ? screen.taking.pictureBase + "code" : ""
            label: qsTr("扫一扫，带回家")
            side: (Theme.upright ? 392 : 316) * Theme.u
            upright: Theme.upright
            x: Theme.upright ? parent.width - width - 48 * Theme.u : 32 * Theme.u
            y: Theme.upright ? band.y + band.height + 32 * Theme.u : paper.innerHeight - height - 14 * Theme.u
        }
        Column {
            id: column
            // However long the lessons are, all of it stays on the card.
            readonly property int lessons: Math.max(1, screen.lessons.length)
            readonly property real below: numbers.height + (localNumber.visible ? localNumber.height + spacing : 0)
            readonly property real room: (paper.innerHeight - y - tallies.height - below - 20 * Theme.u) / lessons - spacing * (1 + 1 / lessons)
            x: Theme.upright ? 48 * Theme.u : scan.x + scan.width + 40 * Theme.u
            y: Theme.upright ? scan.y + scan.height + 32 * Theme.u : band.y + band.height + 48 * Theme.u
            width: parent.width - x - 48 * Theme.u
            spacing: (Theme.pinyin && !Theme.upright ? 14 : 26) * Theme.u
            Flow {
                id: tallies
                width: parent.width
                spacing: 16 * Theme.u
                Art {
                    name: "lantern"
                    width: Math.round(92 * Theme.u)
                    height: width
                }
                Txt {
                    height: Math.max(implicitHeight, 92 * Theme.u)
                    fit: true
                    text: qsTr("点亮了 %1 盏灯").arg(screen.card.lanterns ?? 0)
                    size: 48
                    bold: true
                    wrap: false
                }
                Txt {
                    height: Math.max(implicitHeight, 92 * Theme.u)
                    fit: true
                    text: screen.tally
                    size: 36
                    wrap: false
                    color: Theme.ink2
                }
            }
            Repeater {
                model: screen.lessons
                Row {
                    id: lesson
                    required property string modelData
                    width: parent.width
                    spacing: 18 * Theme.u
                    Art {
                        name: "icon/check-disc"
                        width: Math.round(52 * Theme.u)
                        height: width
                    }
                    Txt {
                        width: lesson.width - 80 * Theme.u
                        height: Math.min(implicitHeight, column.room)
                        text: lesson.modelData
                        size: 36
                        fit: implicitHeight > column.room
                    }
                }
            }
            Txt {
                id: numbers
                width: parent.width
                text: qsTr("遇到拿不准的，先问大人。报警 110，反诈 96110。")
                size: 30
                color: Theme.skyDeep
            }
            Txt {
                id: localNumber
                objectName: "local-number"
                readonly property var local: (screen.viewModel.base as BaseFacts).local
                visible: text !== ""
                width: parent.width
                text: local.number === undefined ? "" : qsTr("%1：%2").arg(local.who).arg(local.number)
                size: 30
                color: Theme.skyDeep
            }
        }
    }
}
