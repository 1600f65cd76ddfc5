pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What shall become of the take: as far as the base's setting and the consents reach, the most private first.
Card {
    id: view
    required property BroadcastBoothViewModel viewModel
    readonly property var choices: viewModel.releases
    readonly property real head: (Theme.pinyin ? 116 : 92) * Theme.u
    readonly property real rowHeight: Math.min(190 * Theme.u, (innerHeight - head - 40 * Theme.u) / Math.max(1, choices.length) - 14 * Theme.u)
    Txt {
        x: 40 * Theme.u
        y: 14 * Theme.u
        width: view.width - 80 * Theme.u
        height: view.head
        text: qsTr("这段录音怎么办？你来定，都可以。")
        size: 44
        bold: true
        fit: true
    }
    Column {
        x: 40 * Theme.u
        y: view.head + 20 * Theme.u
        width: view.width - 80 * Theme.u
        spacing: 14 * Theme.u
        Repeater {
            model: view.choices
            Card {
                id: row
                required property var modelData
                objectName: "release-" + (modelData.key || "gone")
                width: parent.width
                height: view.rowHeight
                face: modelData.chosen ? Theme.glowSoft : Theme.white
                Accessible.role: Accessible.Button
                Accessible.name: modelData.title
                Art {
                    id: icon
                    x: 28 * Theme.u
                    anchors.verticalCenter: parent.verticalCenter
                    name: "icon/" + row.modelData.icon
                    width: Math.round(72 * Theme.u)
                    height: width
                }
                Txt {
                    id: name
                    x: icon.x + icon.width + 28 * Theme.u
                    y: Theme.upright ? 6 * Theme.u : 0
                    width: Theme.upright ? row.width - x - 130 * Theme.u : 400 * Theme.u
                    height: row.innerHeight * (Theme.upright ? 0.46 : 1)
                    text: row.modelData.title
                    size: 42
                    bold: true
                    fit: true
                }
                Txt {
                    x: Theme.upright ? name.x : name.x + name.width + 20 * Theme.u
                    y: Theme.upright ? name.y + name.height : 0
                    width: row.width - x - 130 * Theme.u
                    height: row.innerHeight * (Theme.upright ? 0.46 : 1)
                    text: row.modelData.detail
                    size: 36
                    fit: true
                    color: Theme.ink2
                }
                Art {
                    visible: row.modelData.chosen
                    x: row.width - width - 40 * Theme.u
                    anchors.verticalCenter: parent.verticalCenter
                    name: "icon/check-disc"
                    width: Math.round(64 * Theme.u)
                    height: width
                }
                Tap {
                    onHit: view.viewModel.choose(row.modelData.key)
                }
            }
        }
    }
}
