import QtQuick
import kiosk.ui

// One picture for all checks, and what came of the last touch.
Card {
    id: summary
    required property HealthViewModel viewModel
    required property string level
    contour: 4 * Theme.u
    face: level === "ok" ? Theme.jadeSoft : level === "warning" ? Theme.glowSoft : Theme.coralSoft
    Flow {
        anchors.centerIn: parent
        width: parent.width - 64 * Theme.u
        spacing: 24 * Theme.u
        flow: Flow.LeftToRight
        Art {
            name: summary.level === "ok" ? "icon/check-disc" : "icon/warning"
            width: Math.round((Theme.upright ? 160 : 200) * Theme.u)
            height: width
        }
        Column {
            width: Theme.upright ? parent.width - 200 * Theme.u : parent.width
            spacing: 8 * Theme.u
            Txt {
                width: parent.width
                text: summary.viewModel.looking ? qsTr("正在检查…") : summary.level === "ok" ? qsTr("展台很健康") : summary.level === "warning" ? qsTr("能用，有几条要留意") : qsTr("有要修的地方")
                size: 48
                bold: true
            }
            Txt {
                width: parent.width
                text: qsTr("要修 %1 · 留意 %2 · 好 %3").arg(summary.viewModel.errors).arg(summary.viewModel.warnings).arg(summary.viewModel.good)
                size: 34
                color: Theme.ink2
            }
            Txt {
                objectName: "health-message"
                width: parent.width
                height: Math.min(implicitHeight, (Theme.upright ? 84 : 240) * Theme.u)
                visible: text !== ""
                text: summary.viewModel.message
                size: 32
                fit: implicitHeight > height
                color: summary.viewModel.well ? Theme.jadeDeep : Theme.coralDeep
            }
        }
    }
}
