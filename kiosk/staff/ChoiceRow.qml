pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// One question with all its answers side by side; the chosen one is lit.
Card {
    id: choice
    property string name: ""
    property string prefix: ""
    property var options: []
    signal picked(string key)
    contour: 4 * Theme.u
    height: flow.height + (Theme.upright ? 92 : 48) * Theme.u

    Txt {
        x: 28 * Theme.u
        y: Theme.upright ? 12 * Theme.u : (choice.innerHeight - height) / 2
        width: 170 * Theme.u
        text: choice.name
        size: 38
        bold: true
        wrap: false
    }
    Flow {
        id: flow
        x: (Theme.upright ? 28 : 210) * Theme.u
        y: (Theme.upright ? 66 : 14) * Theme.u
        width: parent.width - x - 24 * Theme.u
        spacing: 12 * Theme.u
        Repeater {
            model: choice.options
            BigButton {
                required property var modelData
                objectName: choice.prefix + "-" + modelData.key
                width: Math.min(flow.width, Math.max(200 * Theme.u, implicitWidth))
                words: 34
                tone: modelData.chosen ? "light" : "paper"
                label: modelData.name
                onTapped: choice.picked(modelData.key)
            }
        }
    }
}
