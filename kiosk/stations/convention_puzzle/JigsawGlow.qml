import QtQuick
import kiosk.ui

// One light: it comes up at once, stays and fades. It is laid over what it means and takes no touch.
Image {
    id: glow
    property bool hint: false
    opacity: 0
    visible: opacity > 0
    smooth: false
    cache: false

    function light(image: string, x: int, y: int, hint: bool): void {
        glow.hint = hint;
        glow.source = image;
        glow.x = x;
        glow.y = y;
        fade.restart();
    }

    SequentialAnimation {
        id: fade
        PropertyAction {
            target: glow
            property: "opacity"
            value: glow.hint ? 1 : 0.85
        }
        PauseAnimation {
            duration: glow.hint ? 1800 : Theme.calm ? 600 : 120
        }
        NumberAnimation {
            target: glow
            property: "opacity"
            to: 0
            duration: Theme.calm ? 0 : glow.hint ? 900 : 450
            easing.type: Easing.OutQuad
        }
        PropertyAction {
            target: glow
            property: "source"
            value: ""
        }
    }
}
