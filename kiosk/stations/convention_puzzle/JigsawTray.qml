import QtQuick
import kiosk.ui

// A child's tray. Its number and the colour of its lower edge say whose it is; there is nothing to read on it.
Card {
    id: tray
    required property var modelData
    x: modelData.x
    y: modelData.y
    width: modelData.width
    height: modelData.height
    face: Theme.deck
    shade: [Theme.deckShade, Theme.sky, Theme.lilac, Theme.glow, Theme.lantern][modelData.player]
    Txt {
        visible: tray.modelData.player > 0
        anchors.centerIn: parent
        text: tray.modelData.player
        ruby: false
        bold: true
        size: 220
        wrap: false
        color: Qt.alpha(Theme.white, 0.12)
    }
}
