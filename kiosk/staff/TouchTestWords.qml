import QtQuick
import kiosk.ui

// What to do in this part of the touch test; at its end what was found.
Column {
    id: words
    required property TouchTestViewModel viewModel
    readonly property string stage: viewModel.stage
    spacing: 20 * Theme.u
    Txt {
        width: parent.width
        text: ({
                "marks": qsTr("把每个圆点都点一遍"),
                "fingers": qsTr("一起放上手指，越多越好"),
                "quiet": qsTr("手都拿开：%1").arg(words.viewModel.seconds),
                "done": words.viewModel.good ? qsTr("触摸屏很好") : qsTr("触摸屏要看看")
            })[words.stage] ?? ""
        size: 60
        bold: true
        centred: true
        color: Theme.paper
    }
    Txt {
        objectName: "touch-told"
        width: parent.width
        text: ({
                "marks": qsTr("点到的会变绿。点不亮的地方，那里就不灵。"),
                "fingers": qsTr("同时 %1 根；四个孩子一起玩要 %2 根。").arg(words.viewModel.fingers).arg(words.viewModel.wanted),
                "quiet": qsTr("这时要是有红点，就是没人碰它自己动。"),
                "done": words.viewModel.told.join("\n")
            })[words.stage] ?? ""
        size: 38
        centred: true
        color: Theme.glowLight
    }
}
