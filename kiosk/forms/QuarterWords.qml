import QtQuick
import kiosk.ui

// Before a form and after it: a few warm words, the guide, and no score.
Item {
    id: view
    required property QuarterViewModel quarter
    readonly property bool done: quarter.phase === "done"
    readonly property bool wide: width > 1.3 * height
    readonly property real figureSide: wide ? Math.min(360 * Theme.u, height * 0.8) : Math.min(420 * Theme.u, height * 0.44)

    Art {
        id: figure
        name: view.done ? "yingying-cheer" : "yingying-wave"
        width: Math.round(view.figureSide)
        height: width
        x: view.wide ? 24 * Theme.u : (view.width - width) / 2
        y: view.wide ? (view.height - height) / 2 : 8 * Theme.u
    }
    Column {
        x: view.wide ? figure.x + figure.width + 32 * Theme.u : 32 * Theme.u
        y: view.wide ? Math.max(0, (view.height - height) / 2) : figure.y + figure.height + 20 * Theme.u
        width: view.width - x - 32 * Theme.u
        spacing: 16 * Theme.u
        Txt {
            width: parent.width
            text: view.quarter.title
            size: Theme.pinyin ? 44 : 52
            bold: true
            centred: !view.wide
            color: Theme.light
        }
        Txt {
            width: parent.width
            text: view.quarter.note
            size: Theme.pinyin ? 32 : 36
            centred: !view.wide
            color: Theme.paper
        }
    }
}
