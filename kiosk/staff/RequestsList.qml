pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The requests that wait, the most pressing first.
Item {
    id: board
    required property RequestsViewModel viewModel

    LongList {
        anchors.fill: parent
        model: board.viewModel.rows
        delegate: Card {
            id: row
            required property var modelData
            objectName: "request-" + modelData.key
            width: ListView.view.width - 24 * Theme.u
            height: 148 * Theme.u
            contour: 4 * Theme.u
            face: modelData.loud ? Theme.coralSoft : Theme.paper
            sink: finger.down ? band : 0
            Accessible.role: Accessible.Button
            Accessible.name: modelData.name
            Column {
                x: 32 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                width: left.x - x - 24 * Theme.u
                Txt {
                    width: parent.width
                    height: 60 * Theme.u
                    text: row.modelData.name
                    size: 42
                    bold: true
                    fit: true
                    wrap: false
                }
                Txt {
                    width: parent.width
                    height: 46 * Theme.u
                    text: row.modelData.about
                    size: 30
                    fit: true
                    wrap: false
                    color: Theme.ink2
                }
            }
            Txt {
                id: left
                x: arrow.x - width - 24 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                text: row.modelData.left
                size: 36
                bold: true
                wrap: false
                color: row.modelData.loud ? Theme.coralDeep : Theme.ink
            }
            Art {
                id: arrow
                x: parent.width - width - 28 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                name: "icon/arrow-right"
                width: Math.round(56 * Theme.u)
                height: width
            }
            Tap {
                id: finger
                onHit: board.viewModel.open(row.modelData.key)
            }
        }
    }
    Card {
        visible: board.viewModel.rows.length === 0
        anchors.fill: parent
        contour: 4 * Theme.u
        face: Theme.jadeSoft
        Column {
            anchors.centerIn: parent
            width: parent.width - 96 * Theme.u
            spacing: 24 * Theme.u
            Art {
                anchors.horizontalCenter: parent.horizontalCenter
                name: "icon/check-disc"
                width: Math.round(120 * Theme.u)
                height: width
            }
            Txt {
                width: parent.width
                text: qsTr("没有等着办的申请")
                size: 52
                bold: true
                centred: true
                color: Theme.jadeDeep
            }
        }
    }
}
