pragma ComponentBehavior: Bound

import QtQuick

// The cover painted for a take: its motif before a sky of its own, lights where its seed hangs them, title and station.
Rectangle {
    id: cover
    required property var shown
    readonly property real step: width / 400
    readonly property var skies: [[Theme.night, Theme.dusk], [Theme.water, Theme.jadeDeep], [Theme.lilacDeep, Theme.dusk], [Theme.skyDeep, Theme.water], [Theme.beam, Theme.lilacDeep], [Theme.deepest, Theme.lilacDeep]]
    radius: 28 * step
    border.width: Theme.line
    border.color: Theme.ink
    gradient: Gradient {
        GradientStop {
            position: 0
            color: cover.skies[cover.shown.ground ?? 0][0]
        }
        GradientStop {
            position: 1
            color: cover.skies[cover.shown.ground ?? 0][1]
        }
    }
    Repeater {
        model: cover.shown.lights ?? []
        Rectangle {
            required property var modelData
            x: (0.06 + modelData.x * 0.86) * cover.width
            y: (0.1 + modelData.y * 0.5) * cover.height
            width: (3 + 3 * modelData.size) * cover.step
            height: width
            radius: width / 2
            color: Theme.light
            opacity: 0.75
        }
    }
    Txt {
        x: 24 * cover.step
        y: 12 * cover.step
        width: parent.width - 2 * x
        height: 52 * cover.step
        text: cover.shown.theme ?? ""
        size: 28
        fit: true
        centred: true
        ruby: false
        color: Theme.glowLight
    }
    Art {
        anchors.horizontalCenter: parent.horizontalCenter
        y: cover.height * 0.17
        name: cover.shown.motif ?? ""
        width: Math.round(Math.min(cover.height * 0.46, cover.width * 0.7))
        height: width
    }
    Rectangle {
        x: 20 * cover.step
        width: parent.width - 2 * x
        height: cover.height * (station.visible ? 0.3 : 0.34)
        y: cover.height - height - 20 * cover.step
        radius: 20 * cover.step
        color: Theme.paper
        Txt {
            x: 14 * cover.step
            y: 6 * cover.step
            width: parent.width - 2 * x
            height: parent.height - (station.visible ? station.height : 0) - 16 * cover.step
            text: cover.shown.title ?? ""
            size: Math.min(44, 0.11 * cover.width / Theme.u)
            bold: true
            fit: true
            centred: true
        }
        Txt {
            id: station
            visible: cover.height > 420 * Theme.u && cover.width > 400 * Theme.u
            x: 14 * cover.step
            y: parent.height - height - 8 * cover.step
            width: parent.width - 2 * x
            height: 40 * cover.step
            text: cover.shown.station ?? ""
            size: 28
            ruby: false
            fit: true
            centred: true
            color: Theme.coralDeep
        }
    }
}
