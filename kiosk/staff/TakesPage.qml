pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The booth behind the PIN: what waits, who is in there now, what to look after.
StaffPage {
    id: page
    required property TakesViewModel viewModel
    readonly property int count: viewModel.doors.length
    readonly property int columns: count > 3 ? 2 : 1
    readonly property int lines: Math.max(1, Math.ceil(count / columns))
    readonly property real side: Theme.upright ? width : width * 0.62
    readonly property real doorsHeight: Theme.upright ? lines * (lines > 2 ? 190 : 250) * Theme.u + (lines - 1) * Theme.gutter : height
    readonly property real rest: Theme.upright ? 0 : side + Theme.gutter
    readonly property real under: Theme.upright ? doorsHeight + Theme.gutter : 0
    signal doorTapped(string key)
    title: qsTr("播报站")
    subtitle: qsTr("孩子的声音，像照片一样要好好保管")

    Flow {
        width: page.side
        spacing: Theme.gutter
        Repeater {
            model: page.viewModel.doors
            TakesDoor {
                required property var modelData
                required property int index
                // An odd one at the end takes the whole row.
                readonly property bool alone: index === page.count - 1 && page.count % page.columns === 1
                door: modelData
                facts: page.viewModel.facts[modelData.key]
                width: alone ? page.side : Math.floor((page.side - (page.columns - 1) * Theme.gutter) / page.columns)
                height: Math.min(320 * Theme.u, (page.doorsHeight - (page.lines - 1) * Theme.gutter) / page.lines)
                onTapped: page.doorTapped(modelData.key)
            }
        }
    }
    Card {
        id: inside
        x: page.rest
        y: page.under
        width: page.width - x
        height: (Theme.upright ? 270 : 330) * Theme.u
        contour: 4 * Theme.u
        face: page.viewModel.guests.length > 0 ? Theme.glowSoft : Theme.paper
        Txt {
            id: heading
            x: 32 * Theme.u
            y: 24 * Theme.u
            width: parent.width - 64 * Theme.u
            height: 56 * Theme.u
            text: qsTr("现在在播报站")
            size: 40
            bold: true
            fit: true
            wrap: false
        }
        Txt {
            objectName: "guests"
            x: 32 * Theme.u
            y: heading.y + heading.height + 8 * Theme.u
            width: parent.width - 64 * Theme.u
            height: (out.visible ? out.y - 8 * Theme.u : parent.height - 24 * Theme.u) - y
            text: page.viewModel.guests.length > 0 ? qsTr("%1 号，%2").arg(page.viewModel.guests.join(qsTr("、"))).arg(page.viewModel.guestsLeft) : qsTr("没有人。要录音，先在“同意书”里选好，再请孩子进去。")
            size: 34
            fit: true
            bold: page.viewModel.guests.length > 0
        }
        BigButton {
            id: out
            objectName: "send-out"
            visible: page.viewModel.guests.length > 0
            x: 32 * Theme.u
            y: parent.height - height - 24 * Theme.u
            words: 34
            icon: "leave"
            label: qsTr("请他们出来")
            onTapped: page.viewModel.sendOut()
        }
    }
    Notices {
        x: page.rest
        y: inside.y + inside.height + Theme.gutter
        width: page.width - x
        height: page.height - y
        sentences: page.viewModel.notices
    }
}
