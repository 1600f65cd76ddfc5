import QtQuick

// A picture at exactly the pixels it covers: one of ours, or `from` a pack (`Brought.pictures`). `color` (six hex
// digits) replaces the ink.
Image {
    id: art
    property string name: ""
    property string from: ""
    property string color: ""
    property string groups: ""
    source: name === "" ? "" : (from === "" || from === "image://art/" ? Theme.pictures : from) + name + (color === "" ? "" : "?" + color) + (groups === "" ? "" : "#" + groups)
    sourceSize: width <= 0 ? Qt.size(0, 0) : fillMode === Image.PreserveAspectFit ? Qt.size(Math.round(width), 0) : Qt.size(Math.round(width), Math.round(height))
    fillMode: Image.PreserveAspectFit
    smooth: true
    cache: true
}
