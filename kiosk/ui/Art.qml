import QtQuick

// A picture of ours at exactly the pixels it covers. `color` (six hex digits) replaces the ink.
Image {
    id: art
    property string name: ""
    property string color: ""
    property string groups: ""
    source: name === "" ? "" : "image://art/" + name + (color === "" ? "" : "?" + color) + (groups === "" ? "" : "#" + groups)
    sourceSize: fillMode === Image.PreserveAspectFit ? Qt.size(Math.round(width), 0) : Qt.size(Math.round(width), Math.round(height))
    fillMode: Image.PreserveAspectFit
    smooth: true
    cache: true
}
