import QtQuick
import kiosk.ui

// Digits by our own pad: a class code from another kiosk, or how many children are here.
Item {
    id: page
    required property ClassSessionViewModel viewModel
    readonly property bool code: viewModel.stage === "code"
    readonly property real keysWidth: Theme.upright ? width : 640 * Theme.u

    Column {
        width: Theme.upright ? page.width : page.width - page.keysWidth - 3 * Theme.gutter
        y: Theme.upright ? 24 * Theme.u : (page.height - height) / 2
        spacing: (Theme.upright ? 12 : 28) * Theme.u
        Txt {
            width: parent.width
            text: page.code ? qsTr("课堂码在另一台的课堂页上，或印在答题纸上。") : qsTr("数一数到了多少位小朋友，最多 60 人。")
            size: 40
            centred: true
        }
        Txt {
            objectName: "typed"
            width: parent.width
            text: page.viewModel.typed === "" ? (page.code ? "____" : "__") : page.viewModel.typed
            size: Theme.upright ? 128 : 160
            bold: true
            wrap: false
            centred: true
            ruby: false
        }
        Txt {
            width: parent.width
            visible: page.code
            text: qsTr("别台已经开课，点“加入”：班级、上法、时间和基地名称，要和那台一样。用先印好的答题纸，第一台点“在这台开课”，别台再加入。")
            size: 32
            centred: true
            color: Theme.ink2
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gutter
            BigButton {
                objectName: "typed-back"
                icon: "arrow-left"
                words: 36
                label: qsTr("返回")
                onTapped: page.viewModel.open("ask")
            }
            BigButton {
                objectName: "typed-begin"
                visible: page.code
                usable: page.viewModel.typedReady
                icon: "play"
                words: 36
                label: qsTr("在这台开课")
                onTapped: page.viewModel.startWithTyped()
            }
        }
    }
    NumberPad {
        x: Theme.upright ? 0 : page.width - width
        y: page.height - height
        keyWidth: (page.keysWidth - 2 * Theme.gutter) / 3
        keyHeight: Math.min(168 * Theme.u, (page.height * (Theme.upright ? 0.5 : 1) - 3 * Theme.gutter) / 4)
        onPressed: digit => page.viewModel.press(digit)
        onCleared: page.viewModel.clear()
        onErased: page.viewModel.erase()
    }
}
