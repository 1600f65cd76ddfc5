import QtQuick

// Whose turn it is: the player's mark and words beside it.
Pill {
    id: pill
    required property int player
    property string words: ""
    implicitWidth: row.width + 48 * Theme.u
    Row {
        id: row
        anchors.centerIn: parent
        spacing: 14 * Theme.u
        PlayerMark {
            player: pill.player
            side: 56 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
        }
        Txt {
            anchors.verticalCenter: parent.verticalCenter
            text: pill.words
            ruby: false
            size: 32
            bold: true
            wrap: false
            color: Theme.light
        }
    }
}
