pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Which class, and which of its seats have brought a paper form.
Item {
    id: view
    required property CodesIssue issue
    property real inset: 0
    readonly property real side: Theme.upright ? width : 500 * Theme.u
    readonly property real classesHeight: Theme.upright ? 276 * Theme.u : height - inset
    readonly property int columns: Math.max(1, Math.floor((seats.width + gap) / (Theme.target + gap)))
    readonly property real gap: 14 * Theme.u
    readonly property real seatWidth: (seats.width - (columns - 1) * gap) / columns

    LongList {
        y: view.inset
        width: view.side
        height: view.classesHeight
        model: view.issue.classes
        delegate: BigButton {
            required property var modelData
            required property int index
            objectName: "class-" + index
            width: ListView.view.width - 20 * Theme.u
            tone: modelData.chosen ? "light" : "paper"
            icon: modelData.chosen ? "check" : ""
            words: 38
            label: modelData.name
            onTapped: view.issue.pickClass(modelData.key)
        }
    }
    Card {
        id: board
        x: Theme.upright ? 0 : view.side + Theme.gutter
        y: Theme.upright ? view.inset + view.classesHeight + Theme.gutter : 0
        width: view.width - x
        height: view.height - y
        contour: 4 * Theme.u
        Txt {
            x: 32 * Theme.u
            y: 24 * Theme.u
            width: every.x - x - Theme.gutter
            height: Theme.target
            text: view.issue.single ? qsTr("交了同意书的座位，点亮；不点座位，就是一张没有座位的卡片。") : qsTr("%1 个座位，要 %1 份同意书").arg(view.issue.count)
            size: 36
            bold: true
            fit: true
        }
        BigButton {
            id: every
            objectName: "every-seat"
            x: parent.width - width - 28 * Theme.u
            y: 24 * Theme.u
            tone: "sky"
            words: 36
            guarded: false
            label: qsTr("全班")
            onTapped: view.issue.everySeat()
        }
        Flickable {
            id: seats
            x: 32 * Theme.u
            y: every.y + every.height + 24 * Theme.u
            width: parent.width - 64 * Theme.u
            height: parent.height - y - 32 * Theme.u
            contentHeight: grid.height
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            Grid {
                id: grid
                columns: view.columns
                spacing: view.gap
                Repeater {
                    model: view.issue.seats
                    BigButton {
                        required property var modelData
                        objectName: "seat-" + modelData.seat
                        width: view.seatWidth
                        height: Theme.target
                        words: 44
                        guarded: false
                        tone: modelData.chosen ? "light" : "paper"
                        label: modelData.seat
                        onTapped: view.issue.toggleSeat(modelData.seat)
                    }
                }
            }
        }
    }
}
