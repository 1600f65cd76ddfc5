import QtQuick
import kiosk.ui

// What happened, written to a stick or a folder: four choices, a count, a proof.
StaffPage {
    id: page
    required property ExportViewModel viewModel
    readonly property bool locking: viewModel.lock.code !== ""
    readonly property bool asking: viewModel.stage === "ask" && !locking
    readonly property real side: Theme.upright ? width : 560 * Theme.u
    title: qsTr("导出")
    subtitle: qsTr("没有名字、没有学号；演练和模拟的另有一列标明")
    primaryLabel: locking ? "" : viewModel.stage === "ask" ? qsTr("导出") : viewModel.stage === "done" ? qsTr("再导一份") : ""
    onPrimaryTapped: viewModel.stage === "ask" ? viewModel.start() : viewModel.again()

    BigNumber {
        id: number
        visible: page.asking
        width: page.side
        height: (Theme.upright ? 196 : 220) * Theme.u
        name: qsTr("这段时间的作答")
        value: page.viewModel.count < 0 ? "…" : page.viewModel.count
        unit: qsTr("条")
        picture: "icon/export"
    }
    Card {
        id: words
        visible: page.asking && (!Theme.upright || page.viewModel.message !== "")
        y: number.height + Theme.gutter
        width: page.side
        height: Theme.upright ? 160 * Theme.u : lock.y - Theme.gutter - y
        contour: 4 * Theme.u
        face: page.viewModel.message !== "" ? Theme.coralSoft : Theme.paper
        Txt {
            objectName: "message"
            anchors.fill: parent
            anchors.margins: 28 * Theme.u
            text: page.viewModel.message !== "" ? page.viewModel.message : qsTr("每答一道题一行，题目和正确答案是孩子作答那一刻的样子。写完会读回来核对，并给出校验码。")
            size: 34
            fit: true
            color: page.viewModel.message !== "" ? Theme.coralDeep : Theme.ink
        }
    }
    BigButton {
        id: lock
        objectName: "lock"
        visible: page.asking
        y: page.height - height
        width: page.side
        words: 34
        tone: page.viewModel.lock.on ? "light" : "paper"
        label: page.viewModel.lock.on ? qsTr("文件加密码") : qsTr("文件不加密")
        guarded: false
        onTapped: page.viewModel.lock.turn()
    }
    // Several sticks need more room than there is.
    Flickable {
        visible: page.asking
        x: Theme.upright ? 0 : page.side + Theme.gutter
        y: Theme.upright ? number.height + Theme.gutter + (words.visible ? words.height + Theme.gutter : 0) : 0
        width: page.width - x
        height: (Theme.upright ? lock.y - Theme.gutter : page.height) - y
        clip: true
        contentHeight: choices.height
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: choices
            width: parent.width
            spacing: 16 * Theme.u
            ChoiceRow {
                width: choices.width
                name: qsTr("什么")
                prefix: "table"
                options: page.viewModel.tables
                onPicked: key => page.viewModel.pick("table", key)
            }
            ChoiceRow {
                width: choices.width
                name: qsTr("哪几天")
                prefix: "span"
                options: page.viewModel.spans
                onPicked: key => page.viewModel.pick("span", key)
            }
            ChoiceRow {
                width: choices.width
                name: qsTr("格式")
                prefix: "form"
                options: page.viewModel.forms
                onPicked: key => page.viewModel.pick("form", key)
            }
            ChoiceRow {
                width: choices.width
                name: qsTr("放到哪里")
                prefix: "target"
                options: page.viewModel.targets
                onPicked: key => page.viewModel.pickTarget(key)
            }
        }
    }
    LockCard {
        width: page.width
        height: page.height
        lock: page.viewModel.lock
    }
    ProgressCard {
        visible: page.viewModel.stage === "busy"
        width: page.width
        height: page.height
        what: qsTr("正在导出")
        done: page.viewModel.done
        total: page.viewModel.all
        stopping: page.viewModel.stopping
        onStopTapped: page.viewModel.giveUp()
    }
    Card {
        visible: page.viewModel.stage === "done"
        width: page.width
        height: page.height
        contour: 4 * Theme.u
        face: Theme.jadeSoft
        Column {
            anchors.centerIn: parent
            width: parent.width - 96 * Theme.u
            spacing: 24 * Theme.u
            Art {
                anchors.horizontalCenter: parent.horizontalCenter
                name: "icon/check-disc"
                width: Math.round(140 * Theme.u)
                height: width
            }
            Txt {
                width: parent.width
                text: qsTr("导出好了，读回来核对过")
                size: 56
                bold: true
                centred: true
                color: Theme.jadeDeep
            }
            Txt {
                objectName: "result"
                width: parent.width
                text: qsTr("%1 行 · %2").arg(page.viewModel.result.rows ?? 0).arg(page.viewModel.result.size ?? "")
                size: 64
                bold: true
                centred: true
            }
            Txt {
                width: parent.width
                text: qsTr("%1\n放在：%2。是 U 盘的话，可以拔出了。").arg(page.viewModel.result.file ?? "").arg(page.viewModel.result.place ?? "")
                size: 34
                centred: true
            }
            Txt {
                objectName: "hash"
                width: parent.width
                text: qsTr("校验码 SHA-256：%1").arg(page.viewModel.result.sha256 ?? "")
                size: 28
                centred: true
                color: Theme.ink2
            }
        }
    }
}
