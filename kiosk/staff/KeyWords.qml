pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The eight words of a key, large enough to be read to somebody on the telephone.
Card {
    id: card
    required property list<string> words
    required property bool here
    readonly property int columns: Theme.upright ? 2 : 4
    contour: 4 * Theme.u

    Column {
        x: 48 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - 96 * Theme.u
        spacing: 36 * Theme.u
        Grid {
            id: grid
            columns: card.columns
            spacing: 20 * Theme.u
            width: parent.width
            Repeater {
                model: card.words
                Rectangle {
                    id: word
                    required property string modelData
                    required property int index
                    width: (grid.width - (card.columns - 1) * grid.spacing) / card.columns
                    height: 132 * Theme.u
                    radius: 28 * Theme.u
                    color: Theme.glowSoft
                    Txt {
                        x: 24 * Theme.u
                        anchors.verticalCenter: parent.verticalCenter
                        text: String(word.index + 1)
                        size: 32
                        wrap: false
                        color: Theme.ink2
                    }
                    Txt {
                        objectName: "word-" + word.index
                        x: 60 * Theme.u
                        width: parent.width - 72 * Theme.u
                        height: parent.height
                        text: word.modelData
                        size: 60
                        bold: true
                        centred: true
                        fit: true
                        wrap: false
                    }
                }
            }
        }
        Txt {
            width: parent.width
            text: card.here ? qsTr("这把钥匙已经在信任的名单里了。") : qsTr("给做题包的人打个电话：他的钥匙也念这八个词，顺序也一样，才点“一样，加上”。有一个不同，就不要加。")
            size: 38
            centred: true
        }
    }
}
