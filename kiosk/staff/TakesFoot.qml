import QtQuick
import kiosk.ui

// Below an inner page: the way back, and what became of the last touch.
Item {
    id: foot
    property string message: ""
    property bool good: true
    property string hint: ""
    property string backLabel: qsTr("返回")
    // Room for a page's own button at the far end.
    property real spare: 0
    signal backTapped
    height: Theme.target

    BigButton {
        id: back
        objectName: "back"
        icon: "arrow-left"
        words: 34
        label: Theme.upright ? qsTr("返回") : foot.backLabel
        onTapped: foot.backTapped()
    }
    Card {
        x: back.width + Theme.gutter
        width: parent.width - x - foot.spare
        height: parent.height
        visible: words.text !== ""
        contour: 4 * Theme.u
        face: foot.message === "" ? Theme.paper : foot.good ? Theme.jadeSoft : Theme.coralSoft
        Txt {
            id: words
            objectName: "message"
            anchors.fill: parent
            anchors.leftMargin: 24 * Theme.u
            anchors.rightMargin: 24 * Theme.u
            text: foot.message !== "" ? foot.message : foot.hint
            size: 32
            fit: true
            bold: foot.message !== ""
            color: foot.message === "" ? Theme.ink : foot.good ? Theme.jadeDeep : Theme.coralDeep
        }
    }
}
