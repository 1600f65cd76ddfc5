pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The stations on the bank, 萤萤 who asks where to go, and the switches.
StationScreen {
    id: home
    required property ShellViewModel viewModel
    readonly property Preferences preferences: viewModel.preferences as Preferences
    readonly property BaseFacts base: viewModel.base as BaseFacts
    readonly property Taking taking: viewModel.taking as Taking
    veil: 0
    lanterns: viewModel.lanterns
    reading: viewModel.reading
    readingText: viewModel.greeting + (taking.restDue ? qsTr("该休息啦，看看远处，下次再来点灯。") : "") + viewModel.stations.map(one => one.name + "，" + one.tagline + "。").join("")
    leaveLabel: qsTr("我玩好了")
    leaveIcon: "leave"
    primaryShown: false
    onLeaveTapped: viewModel.leave()
    onWorryTapped: viewModel.openWorry()
    onListenTapped: viewModel.readAloud(readingText)
    onReadingTextChanged: viewModel.readingTextShown(readingText)

    Column {
        x: Theme.upright ? 0 : 220 * Theme.u
        y: Theme.upright ? -90 * Theme.u : -70 * Theme.u
        width: 570 * Theme.u
        Txt {
            width: parent.width
            height: (Theme.pinyin ? 170 : 128) * Theme.u
            fit: true
            text: qsTr("指尖微光")
            size: 88
            bold: true
            wrap: false
            color: Theme.paper
        }
        Txt {
            width: parent.width
            height: (Theme.pinyin ? 76 : 52) * Theme.u
            fit: true
            text: qsTr("每做对一件事，运河就亮一盏灯")
            size: 34
            wrap: false
            color: Theme.glowLight
        }
    }
    Pill {
        visible: text !== ""
        anchors.right: parent.right
        y: Theme.upright ? (Theme.pinyin ? 172 : 120) * Theme.u : 0
        text: home.base.name
        size: 28
        bold: true
        implicitHeight: 56 * Theme.u
        border.width: 0
    }
    Art {
        id: guide
        name: "yingying"
        width: Math.round(320 * Theme.u)
        height: width
        x: Theme.upright ? 0 : 770 * Theme.u
        y: Theme.upright ? (bank.far > 0 ? 150 : 220) * Theme.u : -110 * Theme.u
    }
    SpeechBubble {
        x: guide.x + guide.width + 10 * Theme.u
        y: Theme.upright ? guide.y + 60 * Theme.u : 64 * Theme.u
        text: home.viewModel.greeting
        strong: home.taking.restDue ? qsTr("该休息啦，看看远处，下次再来点灯。") : qsTr("先去哪儿点灯？")
        maximum: Theme.upright ? 600 * Theme.u : 520 * Theme.u
    }
    // One row on the near bank; an upright screen has a second one on the far bank.
    Item {
        id: bank
        readonly property int count: home.viewModel.stations.length
        readonly property int far: Theme.upright && count > 3 ? Math.ceil(count / 2) : 0
        readonly property int across: Math.max(1, far, count - far)
        readonly property bool crowded: across > (Theme.upright ? 3 : 5)
        readonly property real pitch: Math.min((width + (crowded ? 16 * Theme.u : 0)) / across, 420 * Theme.u)
        readonly property real farBottom: parent.height - 440 * Theme.u
        anchors.fill: parent
        Repeater {
            model: home.viewModel.stations
            StationDoor {
                required property var modelData
                required property int index
                readonly property bool beyond: index < bank.far
                readonly property int inRow: beyond ? bank.far : bank.count - bank.far
                readonly property real place: (beyond ? index : index - bank.far) - (inRow - 1) / 2
                objectName: "station-" + key
                width: Math.min(bank.pitch - (bank.crowded ? 16 * Theme.u : Theme.gutter), 380 * Theme.u)
                height: bank.far > 0 ? 416 * Theme.u : 554 * Theme.u
                x: Math.round(bank.width / 2 + place * bank.pitch - width / 2)
                y: (beyond ? bank.farBottom : bank.height) - height
                words: bank.crowded ? 40 : 46
                key: modelData.key
                name: modelData.name
                tagline: modelData.tagline
                building: modelData.building
                suggested: index === 0
                stamp: home.taking.stamps[index].picture
                earned: home.taking.stamps[index].earned
                onEntered: home.viewModel.openStation(key)
            }
        }
    }
    helpers: [
        Switch {
            objectName: "pinyin"
            visible: home.preferences.language === "zh"
            icon: "pinyin"
            label: qsTr("拼音")
            on: home.preferences.pinyin
            onTapped: home.preferences.togglePinyin()
        },
        Switch {
            objectName: "mute"
            icon: home.preferences.muted ? "mute" : "sound-on"
            label: qsTr("静音")
            on: home.preferences.muted
            onTapped: home.preferences.toggleMuted()
        },
        Switch {
            objectName: "calm"
            icon: "calm"
            label: qsTr("安静")
            on: home.preferences.calm
            onTapped: home.preferences.toggleCalm()
        },
        Switch {
            objectName: "hand"
            icon: home.preferences.leftHanded ? "hand-left" : "hand-right"
            label: home.preferences.leftHanded ? qsTr("左手") : qsTr("右手")
            on: true
            marked: false
            onTapped: home.preferences.toggleHand()
        },
        Switch {
            objectName: "language"
            icon: "language"
            label: home.preferences.language === "zh" ? "English" : "中文"
            on: false
            marked: false
            onTapped: home.preferences.toggleLanguage()
        }
    ]
}
