pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Which month, quarter, year or project; and charts, numbers or the way to the pad.
Flow {
    id: picker
    required property LedgerViewModel viewModel
    spacing: 12 * Theme.u

    BigButton {
        objectName: "earlier"
        width: 120 * Theme.u
        icon: "arrow-left"
        usable: picker.viewModel.mayMove
        onTapped: picker.viewModel.move(-1)
    }
    Card {
        width: (Theme.upright ? 720 : 426) * Theme.u
        height: 120 * Theme.u
        contour: 4 * Theme.u
        face: Theme.glowSoft
        Txt {
            objectName: "period"
            anchors.fill: parent
            anchors.margins: 18 * Theme.u
            text: picker.viewModel.period
            size: 44
            bold: true
            centred: true
            fit: true
        }
    }
    BigButton {
        objectName: "later"
        width: 120 * Theme.u
        icon: "arrow-right"
        usable: picker.viewModel.mayGoOn
        onTapped: picker.viewModel.move(1)
    }
    Repeater {
        model: picker.viewModel.kinds
        BigButton {
            required property var modelData
            objectName: "kind-" + modelData.key
            width: (Theme.upright ? 142 : 150) * Theme.u
            words: Theme.upright ? 28 : 32
            tone: modelData.chosen ? "light" : "paper"
            label: modelData.name
            onTapped: picker.viewModel.pickKind(modelData.key)
        }
    }
    BigButton {
        objectName: "numbers"
        width: (Theme.upright ? 172 : 212) * Theme.u
        words: Theme.upright ? 28 : 34
        tone: "sky"
        label: picker.viewModel.stage === "charts" ? qsTr("看数字") : qsTr("看图")
        onTapped: picker.viewModel.show(picker.viewModel.stage === "charts" ? "numbers" : "charts")
    }
    BigButton {
        objectName: "count"
        visible: picker.viewModel.mayCount
        width: (Theme.upright ? 184 : 250) * Theme.u
        words: Theme.upright ? 26 : 34
        tone: "sky"
        label: qsTr("登记人数")
        onTapped: picker.viewModel.show("count")
    }
}
