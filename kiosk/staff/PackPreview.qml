import QtQuick
import kiosk.ui

// A station's own screen, smaller, with the items of a bank that is not installed yet; it can be touched and keeps nothing.
Item {
    id: board
    required property PreviewModel preview
    readonly property real side: Theme.upright ? width : 300 * Theme.u
    readonly property real row: Theme.upright ? Theme.target + Theme.gutter : 0
    readonly property real shrink: Math.min((width - (Theme.upright ? 0 : side + Theme.gutter)) / Theme.windowWidth, (height - row) / Theme.windowHeight)
    signal backTapped

    Rectangle {
        id: frame
        x: (board.width - (Theme.upright ? 0 : board.side + Theme.gutter) - width) / 2
        width: Theme.windowWidth * board.shrink
        height: Theme.windowHeight * board.shrink
        color: Theme.night
        clip: true
        Loader {
            id: shown
            width: Theme.windowWidth
            height: Theme.windowHeight
            scale: board.shrink
            transformOrigin: Item.TopLeft
            Component.onCompleted: setSource(board.preview.qml, {
                "viewModel": board.preview.station
            })
        }
        Rectangle {
            anchors.fill: parent
            color: "transparent"
            border.width: 4 * Theme.u
            border.color: Theme.ink
        }
    }
    Grid {
        x: Theme.upright ? (board.width - width) / 2 : board.width - board.side
        y: Theme.upright ? board.height - height : 0
        columns: Theme.upright ? 4 : 1
        spacing: Theme.gutter
        verticalItemAlignment: Grid.AlignVCenter
        Card {
            width: Theme.upright ? 176 * Theme.u : board.side
            height: Theme.target
            contour: 4 * Theme.u
            Txt {
                objectName: "preview-place"
                anchors.fill: parent
                anchors.margins: 12 * Theme.u
                text: qsTr("第 %1 / %2 道").arg(board.preview.number).arg(board.preview.count)
                size: 36
                bold: true
                centred: true
                fit: true
                wrap: false
            }
        }
        BigButton {
            objectName: "preview-next"
            width: Theme.upright ? implicitWidth : board.side
            visible: board.preview.count > 1
            tone: "sky"
            icon: "arrow-right"
            iconRight: true
            label: qsTr("下一题")
            words: Theme.upright ? 32 : 36
            onTapped: board.preview.turn(1)
        }
        BigButton {
            objectName: "preview-previous"
            width: Theme.upright ? implicitWidth : board.side
            visible: board.preview.count > 1
            icon: "arrow-left"
            label: qsTr("上一题")
            words: Theme.upright ? 32 : 36
            onTapped: board.preview.turn(-1)
        }
        BigButton {
            objectName: "back"
            width: Theme.upright ? implicitWidth : board.side
            label: qsTr("回到报告")
            words: Theme.upright ? 32 : 36
            onTapped: board.backTapped()
        }
    }
    Txt {
        visible: !Theme.upright
        x: board.width - board.side
        y: board.height - height
        width: board.side
        text: qsTr("可以像孩子一样点一点、答一答；这里的回答不会记下来。")
        size: 28
        color: Theme.ink2
    }
}
