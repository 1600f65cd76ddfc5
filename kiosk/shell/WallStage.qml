import QtQuick
import kiosk.ui

// A work of the wall at the attract screen, where the demo plays otherwise: its cover, and who made it: a child.
Item {
    id: stage
    required property WallShow show
    implicitHeight: (Theme.upright ? 600 : 480) * Theme.u
    CoverCard {
        id: cover
        width: (Theme.upright ? 440 : 420) * Theme.u
        height: stage.implicitHeight
        shown: stage.show.cover
    }
    Card {
        x: cover.width + Theme.gutter
        y: (Theme.upright ? 60 : 40) * Theme.u
        width: stage.width - x
        height: (Theme.upright ? 480 : 400) * Theme.u
        Txt {
            x: 40 * Theme.u
            y: 30 * Theme.u
            width: parent.width - 80 * Theme.u
            height: 84 * Theme.u
            text: qsTr("播报墙")
            size: 56
            bold: true
            fit: true
            color: Theme.coralDeep
        }
        Txt {
            x: 40 * Theme.u
            y: 124 * Theme.u
            width: parent.width - 80 * Theme.u
            height: (Theme.upright ? 180 : 120) * Theme.u
            text: stage.show.heard ? qsTr("正在播放一位小播报员的作品，你也来试试？") : qsTr("这是一位小播报员的作品，去播报站就能听到。")
            size: 40
            fit: true
        }
        Art {
            x: 40 * Theme.u
            y: parent.height - height - 30 * Theme.u
            name: stage.show.heard ? "icon/speaker-reading" : "icon/microphone"
            width: Math.round(100 * Theme.u)
            height: width
        }
        Art {
            x: parent.width - width - 30 * Theme.u
            y: parent.height - height - 16 * Theme.u
            name: "yingying-cheer"
            width: Math.round((Theme.upright ? 170 : 180) * Theme.u)
            height: width
        }
    }
}
