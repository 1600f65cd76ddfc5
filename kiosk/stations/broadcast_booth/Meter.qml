pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// A friendly meter: quiet cells in blue, good ones in green, loud ones in coral, and words below each.
Item {
    id: meter
    required property SoundViewModel sound
    readonly property var zones: sound.zones
    readonly property int total: zones[0] + zones[1] + zones[2]
    readonly property real cell: width / total
    implicitHeight: 92 * Theme.u
    readonly property real wordsHeight: (Theme.pinyin ? 58 : 42) * Theme.u
    function zoneOf(at: int): int {
        return at < zones[0] ? 0 : at < zones[0] + zones[1] ? 1 : 2;
    }
    Repeater {
        model: meter.total
        Rectangle {
            required property int index
            readonly property color tint: [Theme.skyShade, Theme.jade, Theme.roseShade][meter.zoneOf(index)]
            readonly property bool lit: index < meter.sound.cells
            x: index * meter.cell + 3 * Theme.u
            width: meter.cell - 8 * Theme.u
            height: meter.height - meter.wordsHeight - 6 * Theme.u
            radius: Math.min(10 * Theme.u, height / 3)
            color: lit ? tint : "transparent"
            border.width: Math.max(2, 4 * Theme.u)
            border.color: tint
        }
    }
    Repeater {
        model: [qsTr("再大声点"), qsTr("刚刚好"), qsTr("太响啦")]
        Txt {
            required property int index
            required property string modelData
            x: [0, meter.zones[0], meter.zones[0] + meter.zones[1]][index] * meter.cell
            y: meter.height - height
            width: meter.zones[index] * meter.cell
            height: meter.wordsHeight
            text: modelData
            size: 28
            fit: true
            centred: true
            bold: index === 1
            color: [Theme.skySoft, Theme.jadeSoft, Theme.coralSoft][index]
        }
    }
}
