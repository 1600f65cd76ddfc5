pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// 文明天气图: the town with the weather over each street, what the guide says, and the board of reports on their way.
Item {
    id: view
    required property LittleSupervisorViewModel viewModel
    readonly property bool upright: Theme.upright
    readonly property real gap: Theme.gutter
    readonly property real sideWidth: upright ? width : 500 * Theme.u
    readonly property real sideHeight: upright ? (Theme.pinyin ? 440 : 360) * Theme.u : height

    Rectangle {
        id: frame
        readonly property real contour: Theme.line
        x: view.upright ? (view.width - width) / 2 : Theme.leftHanded ? view.sideWidth + view.gap : 0
        width: map.paintedWidth + 2 * contour
        height: map.paintedHeight + 2 * contour
        radius: 24 * Theme.u
        color: Theme.ink
        Art {
            id: map
            readonly property real roomWidth: (view.upright ? view.width : view.width - view.sideWidth - view.gap) - 2 * frame.contour
            readonly property real roomHeight: (view.upright ? view.height - view.sideHeight - view.gap : view.height) - 2 * frame.contour
            x: frame.contour
            y: frame.contour
            width: roomWidth
            height: roomHeight
            name: view.upright ? view.viewModel.map.tall : view.viewModel.map.wide
            from: view.viewModel.map.from
            horizontalAlignment: Image.AlignLeft
            verticalAlignment: Image.AlignTop
        }
        Repeater {
            model: view.viewModel.streetCount
            StreetPlace {
                required property int index
                street: view.viewModel.streets[index]
                unit: map.paintedWidth / (view.upright ? 900 : 1600)
                x: frame.contour + map.paintedWidth * (view.upright ? street.atTall : street.at)[0] / 1000 - width / 2
                y: frame.contour + map.paintedHeight * (view.upright ? street.atTall : street.at)[1] / 1000 + plateBottom - height
                onTapped: view.viewModel.openStreet(street.id)
            }
        }
    }
    Item {
        id: side
        width: view.sideWidth
        height: view.upright ? view.height - frame.height - view.gap : view.sideHeight
        x: view.upright || Theme.leftHanded ? 0 : view.width - width
        y: view.height - height
        GuideWords {
            id: words
            width: view.upright ? parent.width * 0.46 : parent.width
            height: view.upright ? parent.height : Math.min((Theme.pinyin ? 330 : 270) * Theme.u, parent.height * 0.44)
            text: view.viewModel.message
        }
        CaseBoard {
            x: view.upright ? words.width + view.gap : 0
            y: view.upright ? 0 : words.height + view.gap
            width: parent.width - x
            height: parent.height - y
            title: view.viewModel.boardTitle
            empty: view.viewModel.boardEmpty
            slips: view.viewModel.board
        }
    }
}
