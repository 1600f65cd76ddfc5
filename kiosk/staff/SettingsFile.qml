pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The files on a service stick, and what the one that is looked at would change.
Item {
    id: page
    required property SettingsStick stick
    readonly property bool bad: stick.stage === "faults"

    Card {
        id: files
        width: Theme.upright ? parent.width : 560 * Theme.u
        height: Theme.upright ? 470 * Theme.u : parent.height
        contour: 4 * Theme.u
        face: Theme.glowSoft
        Txt {
            visible: text !== ""
            x: 32 * Theme.u
            y: 28 * Theme.u
            width: parent.width - 64 * Theme.u
            height: list.height
            text: page.stick.files.message
            size: 34
            fit: implicitHeight > height
        }
        LongList {
            id: list
            x: 24 * Theme.u
            y: 24 * Theme.u
            width: parent.width - 48 * Theme.u
            height: write.y - y - 16 * Theme.u
            model: page.stick.files.files
            delegate: BigButton {
                required property var modelData
                required property int index
                objectName: "settings-file-" + index
                width: ListView.view.width - 20 * Theme.u
                tone: page.stick.name === modelData.name ? "light" : "paper"
                icon: "gear"
                words: 34
                label: modelData.name
                onTapped: page.stick.choose(index)
            }
        }
        BigButton {
            id: write
            objectName: "settings-write"
            x: 24 * Theme.u
            width: parent.width - 48 * Theme.u
            y: files.innerHeight - height - 16 * Theme.u
            words: Math.min(32, 32 * 420 * Theme.u / Math.max(1, measured.width))
            icon: "export"
            usable: !page.stick.busy
            label: measured.text
            onTapped: page.stick.write()
        }
        TextMetrics {
            id: measured
            font.family: Theme.family
            font.bold: true
            font.pixelSize: Theme.px(32)
            text: qsTr("写下这台的设置")
        }
    }
    Card {
        x: Theme.upright ? 0 : files.width + Theme.gutter
        y: Theme.upright ? files.height + Theme.gutter : 0
        width: parent.width - x
        height: parent.height - y
        contour: 4 * Theme.u
        face: page.bad ? Theme.coralSoft : Theme.paper
        Txt {
            id: heading
            objectName: "settings-found"
            x: 32 * Theme.u
            y: 24 * Theme.u
            width: parent.width - 64 * Theme.u
            height: implicitHeight
            text: page.stick.message !== "" ? page.stick.message : ({
                    "none": qsTr("插上有 kiosk.toml 的服务 U 盘，这里会写出要改哪些设置。没点“就这样改”以前，什么都不会变。"),
                    "faults": qsTr("这个文件有错，一项都不会改。请照下面的话改好文件："),
                    "same": qsTr("设置本来就是这样，没有要改的。"),
                    "changes": qsTr("会改这 %1 项：").arg(page.stick.rows.length)
                })[page.stick.stage]
            size: 38
            bold: true
            color: page.bad || !page.stick.good ? Theme.coralDeep : Theme.ink
        }
        LongList {
            objectName: "settings-rows"
            x: 32 * Theme.u
            y: heading.y + heading.height + 20 * Theme.u
            width: parent.width - 64 * Theme.u
            height: parent.height - y - 20 * Theme.u
            model: page.stick.rows
            delegate: Column {
                id: row
                required property var modelData
                width: ListView.view.width - 20 * Theme.u
                Txt {
                    width: parent.width
                    text: row.modelData.name
                    size: 34
                    bold: !page.bad
                }
                Txt {
                    visible: !page.bad
                    width: parent.width
                    text: row.modelData.before + "  →  " + row.modelData.after
                    size: 30
                    color: Theme.ink2
                }
            }
        }
    }
}
