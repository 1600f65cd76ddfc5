import QtQuick
import kiosk.ui

// One choice among several on the who screen.
BigButton {
    property bool on: false
    tone: on ? "light" : "paper"
    words: 34
}
