import QtQuick
import kiosk.ui

// A paper as it will be, and the ways onto paper and onto the stick: beside it where there is room, else below.
Item {
    id: paper
    required property CodesPapers papers
    readonly property real shape: papers.shape > 0 ? papers.shape : 0.707
    readonly property bool beside: !Theme.upright
    readonly property real waysWidth: beside ? 300 * Theme.u : width
    readonly property real waysHeight: 2 * Theme.gutter + Theme.target + 84 * Theme.u
    readonly property real roomWidth: (beside ? width - waysWidth - Theme.gutter : width) - 12 * Theme.u
    readonly property real roomHeight: (beside ? height : height - waysHeight) - 12 * Theme.u

    Rectangle {
        visible: sheet.status === Image.Ready
        x: sheet.x + 10 * Theme.u
        y: sheet.y + 10 * Theme.u
        width: sheet.width
        height: sheet.height
        color: Theme.paperShade
    }
    Image {
        id: sheet
        objectName: "paper-preview"
        visible: status === Image.Ready
        readonly property real fitting: Math.min(paper.roomWidth, paper.roomHeight * paper.shape)
        width: Math.round(fitting)
        height: Math.round(fitting / paper.shape)
        x: Math.round((paper.roomWidth - width) / 2)
        y: Math.round((paper.roomHeight - height) / 2)
        source: paper.papers.preview
        smooth: true
        mipmap: true
    }
    Grid {
        id: ways
        columns: paper.beside ? 1 : 2
        spacing: Theme.gutter
        x: paper.beside ? paper.width - paper.waysWidth : (paper.width - width) / 2
        y: paper.height - height
        BigButton {
            objectName: "paper-print"
            width: 300 * Theme.u
            icon: "printer"
            tone: "sky"
            label: qsTr("打印")
            usable: paper.papers.canPrint && !paper.papers.busy
            onTapped: paper.papers.print()
        }
        BigButton {
            objectName: "paper-save"
            width: 300 * Theme.u
            icon: "usb-stick"
            tone: "sky"
            words: 36
            label: qsTr("存到 U 盘")
            usable: paper.papers.canSave && !paper.papers.busy
            onTapped: paper.papers.save()
        }
    }
    Txt {
        objectName: "paper-message"
        x: paper.beside ? ways.x : 0
        y: paper.beside ? 0 : ways.y - height - 8 * Theme.u
        width: paper.waysWidth
        height: paper.beside ? ways.y - Theme.gutter : 84 * Theme.u
        text: paper.papers.message !== "" ? paper.papers.message : paper.papers.hint
        size: 32
        bold: paper.papers.message !== ""
        fit: true
        centred: !paper.beside
        color: paper.papers.good ? Theme.jadeDeep : Theme.coralDeep
    }
}
