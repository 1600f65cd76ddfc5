import QtQuick
import kiosk.ui

// The cover, a lantern, what becomes of the take; after a free talk a calm word for who told of something sad.
Item {
    id: view
    required property BroadcastBoothViewModel viewModel
    readonly property var done: viewModel.done
    readonly property bool wide: !Theme.upright
    CoverCard {
        id: cover
        shown: view.viewModel.cover
        x: view.wide ? 0 : (view.width - width) / 2
        width: (view.wide ? 620 : 560) * Theme.u
        height: view.wide ? view.height : 620 * Theme.u
    }
    Card {
        id: paper
        x: view.wide ? cover.width + Theme.gutter : 0
        y: view.wide ? 0 : cover.height + Theme.gutter
        width: view.width - x
        height: view.height - y
        Art {
            id: lamp
            x: 30 * Theme.u
            y: 24 * Theme.u
            name: "lantern"
            width: Math.round(180 * Theme.u)
            height: width
        }
        Txt {
            x: lamp.x + lamp.width + 20 * Theme.u
            y: lamp.y
            width: paper.width - x - 40 * Theme.u
            height: lamp.height
            text: view.done.title
            size: 52
            bold: true
            fit: true
            color: Theme.jadeDeep
        }
        Txt {
            x: 40 * Theme.u
            y: lamp.y + lamp.height + 16 * Theme.u
            width: paper.width - 80 * Theme.u
            height: (Theme.pinyin ? 180 : 150) * Theme.u
            text: view.done.kept
            size: 40
            fit: true
        }
        Art {
            visible: view.done.disclosure === ""
            x: paper.width - width - 50 * Theme.u
            y: paper.innerHeight - height - 30 * Theme.u
            name: "yingying-cheer"
            width: Math.round((view.wide ? 340 : 250) * Theme.u)
            height: width
        }
        Rectangle {
            visible: view.done.disclosure !== ""
            x: 40 * Theme.u
            y: paper.innerHeight - height - 30 * Theme.u
            width: paper.width - 80 * Theme.u
            height: (Theme.pinyin ? 290 : 250) * Theme.u
            radius: 24 * Theme.u
            color: Theme.rose
            border.width: Theme.line
            border.color: Theme.roseShade
            Art {
                id: heart
                x: 30 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                name: "icon/worried-heart"
                width: Math.round(100 * Theme.u)
                height: width
            }
            Txt {
                x: heart.x + heart.width + 30 * Theme.u
                y: 10 * Theme.u
                width: parent.width - x - 30 * Theme.u
                height: parent.height - 20 * Theme.u
                text: view.done.disclosure
                size: 38
                fit: true
            }
        }
    }
}
