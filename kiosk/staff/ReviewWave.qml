pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The wave of a take, lit as far as it was heard.
Item {
    id: wave
    required property TakePlayer player
    readonly property int bars: player.wave.length
    Row {
        anchors.fill: parent
        Repeater {
            model: wave.player.wave
            Item {
                id: cell
                required property real modelData
                required property int index
                width: wave.width / wave.bars
                height: wave.height
                Rectangle {
                    anchors.centerIn: parent
                    width: parent.width * 0.6
                    height: Math.max(width, parent.height * Math.min(1, cell.modelData * 1.6))
                    radius: width / 2
                    color: cell.index < wave.player.progress * wave.bars ? Theme.lantern : Theme.mist
                }
            }
        }
    }
    Txt {
        anchors.centerIn: parent
        visible: wave.bars === 0
        width: parent.width
        height: parent.height
        fit: true
        text: wave.player.playing ? qsTr("正在打开…") : qsTr("点下面的原因，就开始播放；谁听的、为什么听，都会记下来。")
        size: 32
        centred: true
        color: Theme.ink2
    }
}
