import QtQuick
import kiosk.ui

// What stands inside one block of a message: a picture for its form, then title, text and link, cues marked.
// Heights follow by bindings alone (no positioner), so that they are right the moment the size changes.
Item {
    id: body
    required property var part
    property real size: 34
    property int shownMarks: 0
    property var overrides: ({})
    property bool strong: false
    property bool centred: false
    property real maximum: 800 * Theme.u
    // While passages are looked for, all of them are drawn alike; `chosen` holds the keys of those marked.
    property bool finding: false
    property var chosen: []
    readonly property bool pictured: part.form === "qr" || part.form === "picture" || part.form === "voice"
    readonly property real side: ({
            "qr": 148,
            "picture": 196,
            "voice": 64
        })[part.form] * Theme.u || 0
    readonly property real textX: pictured ? side + 24 * Theme.u : 0
    readonly property real room: width - textX
    readonly property real natural: Math.max(title.visible ? title.implicitWidth : 0, words.visible ? words.implicitWidth : 0, link.visible ? link.implicitWidth + link.x - textX : 0)
    implicitWidth: Math.min(maximum, natural + textX + 2)
    implicitHeight: Math.max(link.y + (link.visible ? link.implicitHeight : 0), picture.visible ? picture.height : 0)

    function looks(marks: var): var {
        return marks.map(mark => ({
                    "start": mark.start,
                    "end": mark.end,
                    "key": mark.key,
                    "number": body.finding && body.shownMarks === 0 ? 0 : mark.number,
                    "look": body.chosen.includes(mark.key) ? 2 : body.finding ? 1 : 0
                }));
    }
    // The key of the passage near a touch at `at` (in this item); empty where there is none.
    function passageAt(at: point): string {
        const near = text => text.visible ? text.passageAt(body.mapToItem(text, at), 60 * Theme.u) : "";
        return near(words) || near(title) || near(link);
    }

    Art {
        id: picture
        visible: body.pictured && body.part.form !== "voice"
        name: visible ? (body.part.form === "qr" ? "qr-prop" : "picture-prop") : ""
        width: Math.round(body.side)
        height: Math.round(body.part.form === "qr" ? body.side : body.side * 0.75)
        anchors.verticalCenter: parent.verticalCenter
    }
    Rectangle {
        visible: body.part.form === "voice"
        width: body.side
        height: width
        radius: width / 2
        color: Theme.skySoft
        border.width: Math.max(2, 4 * Theme.u)
        border.color: Theme.ink
        anchors.verticalCenter: parent.verticalCenter
        Art {
            anchors.centerIn: parent
            name: body.part.form === "voice" ? "icon/speaker" : ""
            width: Math.round(40 * Theme.u)
            height: width
        }
    }
    Txt {
        id: title
        visible: text !== ""
        x: body.textX
        width: body.room
        text: body.part.title
        size: body.size
        bold: true
        centred: body.centred
        overrides: body.overrides
        marks: body.looks(body.part.titleMarks)
        shownMarks: body.shownMarks
    }
    Txt {
        id: words
        visible: text !== ""
        x: body.textX
        y: title.visible ? title.implicitHeight : 0
        width: body.room
        text: body.part.text
        size: body.size
        bold: body.strong
        centred: body.centred
        overrides: body.overrides
        marks: body.looks(body.part.textMarks)
        shownMarks: body.shownMarks
    }
    Txt {
        id: link
        visible: text !== ""
        x: body.textX
        y: words.y + (words.visible ? words.implicitHeight : 0)
        width: body.room
        text: body.part.link
        size: Math.max(28, body.size - 6)
        ruby: false
        centred: body.centred
        color: Theme.skyDeep
        marks: body.looks(body.part.linkMarks)
        shownMarks: body.shownMarks
    }
}
