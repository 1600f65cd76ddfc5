import QtQuick
import kiosk.ui

// Paper for a finger. What is written lives in this item alone: no other part of the program can ask for it, and it is
// gone with the item.
Rectangle {
    id: pad
    property var strokes: []
    signal written(bool something)
    color: Theme.white
    radius: 24 * Theme.u
    border.width: Theme.line
    border.color: Theme.ink
    clip: true

    function clear(): void {
        strokes = [];
        ink.requestPaint();
        written(false);
    }
    function put(points: var, starts: bool): void {
        for (const point of points)
            strokes.push(Qt.vector3d(point.x, point.y, starts ? -1 - point.pointId : point.pointId));
        ink.requestPaint();
        written(true);
    }
    Rectangle {
        x: 40 * Theme.u
        y: parent.height * 0.76
        width: parent.width - 2 * x
        height: Math.max(2, 4 * Theme.u)
        color: Theme.paperShade
    }
    Canvas {
        id: ink
        anchors.fill: parent
        onPaint: {
            const brush = getContext("2d");
            brush.reset();
            brush.lineWidth = 12 * Theme.u;
            brush.lineCap = brush.lineJoin = "round";
            brush.strokeStyle = Theme.ink;
            const last = {};
            for (const dot of pad.strokes) {
                const finger = dot.z < 0 ? -1 - dot.z : dot.z;
                const from = dot.z < 0 ? dot : last[finger] ?? dot;
                brush.beginPath();
                brush.moveTo(from.x, from.y);
                brush.lineTo(dot.x + (dot.z < 0 ? 0.1 : 0), dot.y);
                brush.stroke();
                last[finger] = dot;
            }
        }
    }
    MultiPointTouchArea {
        objectName: "sign-pad"
        anchors.fill: parent
        onPressed: points => pad.put(points, true)
        onUpdated: points => pad.put(points, false)
    }
}
