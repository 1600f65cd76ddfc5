import QtQuick
import kiosk.ui

// What can be tried out, and what can be taken along.
Grid {
    id: tools
    required property HealthViewModel viewModel
    readonly property real cell: (width - (columns - 1) * columnSpacing) / columns
    signal touchTapped
    signal soundTapped
    columns: Theme.upright ? 2 : 4
    spacing: 16 * Theme.u
    BigButton {
        objectName: "to-touch-test"
        width: tools.cell
        words: 34
        icon: "hand-tap"
        label: qsTr("试试触摸屏")
        onTapped: tools.touchTapped()
    }
    BigButton {
        objectName: "to-sound-test"
        width: tools.cell
        words: 34
        icon: "microphone"
        label: qsTr("话筒和喇叭")
        onTapped: tools.soundTapped()
    }
    BigButton {
        objectName: "clean"
        width: tools.cell
        words: 34
        icon: "lock"
        label: qsTr("擦屏幕")
        onTapped: tools.viewModel.clean()
    }
    BigButton {
        objectName: "diagnostics"
        width: tools.cell
        words: 34
        icon: "export"
        usable: !tools.viewModel.saving && !tools.viewModel.looking
        label: tools.viewModel.saving ? qsTr("正在写…") : qsTr("给维护人员的包")
        onTapped: tools.viewModel.saveDiagnostics()
    }
}
