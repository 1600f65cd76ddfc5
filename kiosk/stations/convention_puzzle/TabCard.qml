import QtQuick
import QtQuick.Shapes
import kiosk.ui

// A card like a jigsaw piece: a tab that grows out of one side, or a notch that takes one; a sign and words on it.
Item {
    id: card
    property string tab: ""
    property string notch: ""
    property color face: Theme.paper
    property color shade: Theme.paperShade
    property color ring: "transparent"
    property string mark: ""
    property string text: ""
    property real size: 38
    readonly property real band: 10 * Theme.u
    readonly property real corner: 26 * Theme.u
    readonly property real knob: 26 * Theme.u

    // The outline from the upper left corner, clockwise, `high` pixels high; each side with its tab or notch.
    function outline(high: real): string {
        const k = knob, d = k * 0.55, r = corner, x = width / 2, y = high / 2;
        const top = notch === "top" ? `H${x - k} v${d} a${k} ${k} 0 0 0 ${2 * k} 0 v${-d}` : "";
        const right = tab === "right" ? `V${y - k} h${d} a${k} ${k} 0 0 1 0 ${2 * k} h${-d}` : "";
        const bottom = tab === "bottom" ? `H${x + k} v${d} a${k} ${k} 0 0 1 ${-2 * k} 0 v${-d}` : "";
        const left = notch === "left" ? `V${y + k} h${d} a${k} ${k} 0 0 0 0 ${-2 * k} h${-d}` : "";
        return `M${r} 0 ${top} H${width - r} a${r} ${r} 0 0 1 ${r} ${r} ${right} V${high - r} a${r} ${r} 0 0 1 ${-r} ${r} ${bottom} H${r} a${r} ${r} 0 0 1 ${-r} ${-r} ${left} V${r} a${r} ${r} 0 0 1 ${r} ${-r} Z`;
    }

    Shape {
        y: card.band
        ShapePath {
            strokeColor: Theme.ink
            strokeWidth: Theme.line
            fillColor: card.shade
            joinStyle: ShapePath.RoundJoin
            PathSvg {
                path: card.outline(card.height - card.band)
            }
        }
    }
    Shape {
        ShapePath {
            strokeColor: card.ring
            strokeWidth: 20 * Theme.u
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            PathSvg {
                path: card.outline(card.height - card.band)
            }
        }
        ShapePath {
            strokeColor: Theme.ink
            strokeWidth: Theme.line
            fillColor: card.face
            joinStyle: ShapePath.RoundJoin
            PathSvg {
                path: card.outline(card.height - card.band)
            }
        }
    }
    MarkDisc {
        id: sign
        mark: card.mark
        side: Math.min(64 * Theme.u, card.width * 0.2)
        x: (card.notch === "left" ? 44 : 18) * Theme.u
        y: words.y + (words.height - height) / 2
    }
    Txt {
        id: words
        x: sign.visible ? sign.x + sign.side + 10 * Theme.u : sign.x + 10 * Theme.u
        y: (card.notch === "top" ? 44 : 12) * Theme.u
        width: parent.width - x - (card.tab === "right" ? 20 : 14) * Theme.u
        height: parent.height - card.band - y - 12 * Theme.u
        text: card.text
        size: card.size
        bold: true
        fit: true
    }
}
