pragma ComponentBehavior: Bound
import QtQuick

// The plain screen after a crash loop. It imports nothing of ours: any of that may be what is broken.
Window {
    id: root
    required property var chinese
    required property var english
    required property string detail
    signal tryAgain

    readonly property real u: Math.min(width / 1080, height / 1000)
    readonly property color ink: "#2B2A33"
    readonly property color ink2: "#5A5560"

    color: "#1B2A4A"

    Rectangle {
        id: card
        anchors.centerIn: parent
        width: Math.min(parent.width - 48 * root.u, 1240 * root.u)
        height: column.height + 96 * root.u
        radius: 28 * root.u
        color: "#FFF6E6"

        Column {
            id: column
            anchors.centerIn: parent
            width: parent.width - 112 * root.u
            spacing: 22 * root.u

            Text {
                width: parent.width
                text: root.chinese.title + "\n" + root.english.title
                font.pixelSize: 44 * root.u
                font.bold: true
                color: root.ink
                wrapMode: Text.Wrap
            }

            Repeater {
                model: ["what", "reason", "todo", "wait"]

                Column {
                    id: pair
                    required property string modelData
                    width: column.width
                    spacing: 4 * root.u

                    Text {
                        width: parent.width
                        text: root.chinese[pair.modelData]
                        font.pixelSize: 28 * root.u
                        color: root.ink
                        wrapMode: Text.Wrap
                    }
                    Text {
                        width: parent.width
                        text: root.english[pair.modelData]
                        font.pixelSize: 22 * root.u
                        color: root.ink2
                        wrapMode: Text.Wrap
                    }
                }
            }

            Text {
                width: parent.width
                visible: root.detail !== ""
                text: root.detail
                textFormat: Text.PlainText
                font.pixelSize: 20 * root.u
                color: root.ink2
                wrapMode: Text.WrapAnywhere
                maximumLineCount: 3
                elide: Text.ElideRight
            }

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                width: 520 * root.u
                height: 132 * root.u
                radius: 44 * root.u
                color: tap.pressed ? "#156B4B" : "#1F8A63"

                Text {
                    anchors.centerIn: parent
                    text: root.chinese.again + "  " + root.english.again
                    font.pixelSize: 36 * root.u
                    font.bold: true
                    color: "#FFFFFF"
                }
                MouseArea {
                    id: tap
                    anchors.fill: parent
                    onClicked: root.tryAgain()
                }
            }
        }
    }
}
