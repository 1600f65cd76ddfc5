import QtQuick
import kiosk.ui

// What can be tried out, and what can be taken along.
Grid {
    id: tools
    required property HealthViewModel viewModel
    readonly property real cell: (width - (columns - 1) * spacing) / columns
    signal touchTapped
    signal soundTapped
    signal syncTapped
    columns: Theme.upright ? 2 : 5
    spacing: 16 * Theme.u
    BigButton {
        objectName: "to-touch-test"
        width: tools.cell
        words: Theme.upright ? 34 : 30
        icon: "hand-tap"
        label: qsTr("试试触摸屏")
        onTapped: tools.touchTapped()
    }
    BigButton {
        objectName: "to-sound-test"
        width: tools.cell
        words: Theme.upright ? 34 : 30
        icon: "microphone"
        label: qsTr("话筒和喇叭")
        onTapped: tools.soundTapped()
    }
    BigButton {
        objectName: "to-sync"
        width: tools.cell
        words: Theme.upright ? 34 : 30
        icon: "refresh"
        label: qsTr("云端同步")
        onTapped: tools.syncTapped()
    }
    BigButton {
        objectName: "clean"
        width: tools.cell
        words: Theme.upright ? 34 : 30
        icon: "lock"
        label: qsTr("擦屏幕")
        onTapped: tools.viewModel.clean()
    }
    BigButton {
        objectName: "diagnostics"
        width: tools.cell
        words: Theme.upright ? 34 : 30
        icon: "export"
        usable: !tools.viewModel.saving && !tools.viewModel.looking
        label: tools.viewModel.saving ? qsTr("正在写…") : qsTr("给维护人员的包")
        onTapped: tools.viewModel.saveDiagnostics()
    }
}
