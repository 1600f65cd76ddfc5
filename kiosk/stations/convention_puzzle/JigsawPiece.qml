import QtQuick

// One piece; its image has shadow, contour and ring in it.
Image {
    required property int index
    required property string look
    required property int atX
    required property int atY
    required property int level
    required property bool there
    required property real spin
    objectName: "jigsaw-piece-" + index
    x: atX
    y: atY
    z: level
    visible: there
    rotation: spin
    source: look
    smooth: false
    cache: false
}
