import QtQuick
import kiosk.ui

// One problem of a file: where, what and how to mend it; errors, warnings and hints look different.
Card {
    id: problem
    required property var modelData
    readonly property var look: ({
            "error": ["icon/warning", Theme.coralDeep, Theme.paper],
            "warning": ["icon/warning", Theme.ink, Theme.glowSoft],
            "hint": ["icon/info", Theme.skyDeep, Theme.skySoft]
        })[modelData.level]
    height: words.height + 48 * Theme.u
    contour: 4 * Theme.u
    face: look[2]
    Art {
        x: 24 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        name: problem.look[0]
        width: Math.round(56 * Theme.u)
        height: width
    }
    Column {
        id: words
        x: 104 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - x - 28 * Theme.u
        Txt {
            width: parent.width
            text: "%1 · %2".arg(problem.modelData.levelName).arg(problem.modelData.place)
            size: 28
            bold: true
            color: problem.look[1]
        }
        Txt {
            width: parent.width
            text: problem.modelData.what
            size: 34
            bold: true
        }
        Txt {
            width: parent.width
            text: problem.modelData.how
            size: 32
            color: Theme.ink2
        }
    }
}
