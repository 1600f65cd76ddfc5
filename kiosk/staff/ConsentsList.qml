pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The forms, and the keys to find one by its number.
Item {
    id: board
    required property ConsentsViewModel viewModel
    readonly property real padWidth: Theme.upright ? width : width * 0.33

    ConsentsPad {
        id: pad
        y: Theme.upright ? parent.height - height : 0
        width: board.padWidth
        height: Theme.upright ? implicitHeight : parent.height
        number: board.viewModel.typed
        asked: qsTr("输编号来找")
        onPressed: digit => board.viewModel.press(digit)
        onErased: board.viewModel.erase()
        onCleared: board.viewModel.clear()
    }
    LongList {
        id: list
        objectName: "forms"
        x: Theme.upright ? 0 : pad.width + Theme.gutter
        width: parent.width - x
        height: Theme.upright ? pad.y - Theme.gutter : parent.height
        model: board.viewModel.forms
        delegate: ConsentsRow {
            required property var modelData
            objectName: "form-" + modelData.number
            width: ListView.view.width - 20 * Theme.u
            form: modelData
            onChosen: board.viewModel.choose(modelData.key)
            onOpened: board.viewModel.open(modelData.key)
        }
    }
    Notices {
        visible: board.viewModel.forms.length === 0
        x: list.x
        width: list.width
        height: 220 * Theme.u
        calmHeading: board.viewModel.typed === "" ? qsTr("还没有登记同意书") : qsTr("没有这个编号")
        calmText: board.viewModel.mayRegister ? qsTr("拿着家长签好的纸，点“登记一份”。") : qsTr("请老师先登记家长签好的纸。")
    }
}
