import QtQuick
import kiosk.ui

// One word into the microphone: the meter moves, and the guide says what would help.
Item {
    id: view
    required property BroadcastBoothViewModel viewModel
    readonly property bool wide: !Theme.upright
    readonly property real sideWidth: wide ? 520 * Theme.u : width
    DeepCard {
        id: desk
        width: view.wide ? view.width - view.sideWidth - Theme.gutter : view.width
        height: view.wide ? view.height : view.height - 480 * Theme.u - Theme.gutter
        Art {
            id: guide
            x: 40 * Theme.u
            y: 40 * Theme.u
            name: view.viewModel.good ? "yingying-cheer" : "yingying-think"
            width: Math.round((view.wide ? 300 : 260) * Theme.u)
            height: width
        }
        SpeechBubble {
            x: guide.x + guide.width + 30 * Theme.u
            y: 50 * Theme.u
            width: desk.width - x - 50 * Theme.u
            height: implicitHeight
            strong: view.viewModel.notice
            size: Theme.pinyin ? 36 : 44
        }
        Art {
            id: icon
            name: "icon/microphone"
            color: "ffffff"
            x: 70 * Theme.u
            y: desk.innerHeight - height - 120 * Theme.u
            width: Math.round(110 * Theme.u)
            height: width
        }
        Meter {
            sound: view.viewModel.sound as SoundViewModel
            x: icon.x + icon.width + 40 * Theme.u
            y: desk.innerHeight - height - 90 * Theme.u
            width: desk.width - x - 70 * Theme.u
            height: 170 * Theme.u
        }
    }
    Card {
        x: view.wide ? view.width - width : 0
        y: view.wide ? 0 : view.height - height
        width: view.sideWidth
        height: view.wide ? view.height : 480 * Theme.u
        Art {
            id: lamp
            anchors.horizontalCenter: parent.horizontalCenter
            y: 30 * Theme.u
            name: "on-air-off"
            width: Math.round((view.wide ? 360 : 260) * Theme.u)
            height: width * 0.6
        }
        Txt {
            x: 40 * Theme.u
            y: lamp.y + lamp.height + 16 * Theme.u
            width: parent.width - 80 * Theme.u
            height: parent.height - y - note.height - 50 * Theme.u
            text: view.viewModel.armed ? qsTr("话筒开着，还没有录音。准备好了，就点“开始播报”，数完三、二、一再开口。") : qsTr("话筒没有打开，没有在录音。")
            size: 36
            fit: true
            centred: true
        }
        KeepingNote {
            id: note
            x: 30 * Theme.u
            y: parent.height - height - 24 * Theme.u
            width: parent.width - 60 * Theme.u
            words: view.viewModel.keeping
        }
    }
}
