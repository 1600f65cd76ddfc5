pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// What staff must know, most pressing first; or, in jade, that there is nothing.
Card {
    id: notices
    property list<string> sentences
    property string heading: qsTr("要留意的事")
    property string calmHeading: qsTr("都好着呢")
    property string calmText: qsTr("没有要处理的事。")
    readonly property bool well: sentences.length === 0
    face: well ? Theme.jadeSoft : Theme.coralSoft
    contour: 4 * Theme.u
    clip: true

    Row {
        id: top
        x: 32 * Theme.u
        y: 24 * Theme.u
        spacing: 20 * Theme.u
        Art {
            anchors.verticalCenter: parent.verticalCenter
            name: notices.well ? "icon/check-disc" : "icon/warning"
            width: Math.round(60 * Theme.u)
            height: width
        }
        Txt {
            anchors.verticalCenter: parent.verticalCenter
            text: notices.well ? notices.calmHeading : notices.heading
            size: 44
            bold: true
            wrap: false
            color: notices.well ? Theme.jadeDeep : Theme.coralDeep
        }
    }
    Txt {
        x: 32 * Theme.u
        y: top.y + top.height + 16 * Theme.u
        width: parent.width - 64 * Theme.u
        height: parent.height - y - 24 * Theme.u
        text: notices.well ? notices.calmText : notices.sentences.join("\n")
        size: 32
        fit: implicitHeight > height
    }
}
