pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// How many hands went up for each answer: touch an answer, then the digits.
Item {
    id: hands
    required property ClassWholeViewModel viewModel
    readonly property real gap: 14 * Theme.u
    readonly property real tile: (width - 2 * gap) / 3
    implicitHeight: tiles.height + (pad.visible ? total.height + 16 * Theme.u + 4 * Theme.target + 3 * gap : 0)

    Row {
        id: tiles
        spacing: hands.gap
        Repeater {
            model: hands.viewModel?.options ?? []
            Card {
                id: option
                required property var modelData
                objectName: "hands-" + modelData.key
                width: hands.tile
                height: 150 * Theme.u
                contour: (modelData.now ? 10 : 4) * Theme.u
                face: modelData.right ? Theme.jadeSoft : modelData.now ? Theme.light : Theme.paper
                sink: finger.down ? band : 0
                Accessible.role: Accessible.Button
                Accessible.name: modelData.name
                Art {
                    x: 12 * Theme.u
                    y: 64 * Theme.u
                    name: option.modelData.right ? "icon/check-disc" : "icon/" + option.modelData.icon
                    width: Math.round(48 * Theme.u)
                    height: width
                }
                Txt {
                    x: 4 * Theme.u
                    y: 6 * Theme.u
                    width: parent.width - 2 * x
                    height: 46 * Theme.u
                    text: option.modelData.name
                    size: 28
                    fit: true
                    wrap: false
                    centred: true
                }
                Txt {
                    x: 44 * Theme.u
                    width: parent.width - x
                    y: 50 * Theme.u
                    height: 78 * Theme.u
                    text: option.modelData.count === "" ? "–" : option.modelData.count
                    size: 64
                    bold: true
                    wrap: false
                    centred: true
                    ruby: false
                }
                Tap {
                    id: finger
                    guarded: false
                    onHit: hands.viewModel.write(option.modelData.key)
                }
            }
        }
    }
    Txt {
        id: total
        visible: pad.visible
        objectName: "hands-total"
        y: tiles.height + 8 * Theme.u
        width: hands.width
        height: 52 * Theme.u
        text: hands.viewModel?.total ?? ""
        size: 30
        fit: true
        centred: true
        bold: hands.viewModel?.tooMany ?? false
        color: hands.viewModel?.tooMany ? Theme.coralDeep : Theme.ink2
    }
    NumberPad {
        id: pad
        visible: !(hands.viewModel?.explaining ?? false)
        y: total.y + total.height + 8 * Theme.u
        spacing: hands.gap
        keyWidth: hands.tile
        keyHeight: Math.max(Theme.target, (hands.height - y - 3 * hands.gap) / 4)
        onPressed: digit => hands.viewModel.press(digit)
        onCleared: hands.viewModel.clear()
        onErased: hands.viewModel.erase()
    }
}
