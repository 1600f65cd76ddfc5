pragma ComponentBehavior: Bound

import QtQuick

// Words for a person: plain text, the house's family, pinyin above when the child asked for it.
Item {
    id: txt
    property string text: ""
    property real size: 34
    property bool bold: false
    property color color: Theme.ink
    property bool centred: false
    property bool wrap: true
    property bool fit: false
    property bool ruby: Theme.pinyin
    property var overrides: ({})
    property var marks: []
    property int shownMarks: 99
    // The first `read` characters stand in `readColor`; -1: all are alike.
    property int read: -1
    property color readColor: Theme.light
    readonly property bool painted: ruby || marks.length > 0 || read >= 0
    readonly property real contentHeight: painted ? (painter.item as RubyText)?.contentHeight ?? 0 : plain.contentHeight

    // The key of the passage near a touch, at most `reach` pixels away; empty where there is none.
    function passageAt(at: point, reach: real): string {
        return painted ? (painter.item as RubyText)?.passageAt(at.x, at.y, reach) ?? "" : "";
    }

    implicitWidth: painted ? (painter.item as RubyText)?.implicitWidth ?? 0 : plain.implicitWidth
    implicitHeight: painted ? (painter.item as RubyText)?.implicitHeight ?? 0 : plain.implicitHeight

    Text {
        id: plain
        visible: !txt.painted
        anchors.fill: parent
        text: txt.painted ? "" : txt.text
        textFormat: Text.PlainText
        font.family: Theme.family
        font.pixelSize: Theme.px(txt.size)
        font.bold: txt.bold
        color: txt.color
        wrapMode: txt.wrap ? Text.Wrap : Text.NoWrap
        fontSizeMode: txt.fit ? Text.Fit : Text.FixedSize
        minimumPixelSize: Theme.px(Math.min(24, txt.size))
        horizontalAlignment: txt.centred ? Text.AlignHCenter : Text.AlignLeft
        verticalAlignment: txt.fit || txt.centred ? Text.AlignVCenter : Text.AlignTop
    }
    Loader {
        id: painter
        active: txt.painted
        anchors.fill: parent
        sourceComponent: RubyText {
            spec: ({
                    "text": txt.text,
                    "family": Theme.family,
                    "pixelSize": Theme.px(txt.size),
                    "bold": txt.bold,
                    "color": txt.color,
                    "pinyin": txt.ruby,
                    "overrides": txt.overrides,
                    "marks": txt.marks,
                    "shownMarks": txt.shownMarks,
                    "centred": txt.centred,
                    "fit": txt.fit || txt.centred,
                    "read": Math.max(0, txt.read),
                    "readColor": txt.readColor,
                    "markGround": Theme.light,
                    "markDisc": Theme.coralDeep,
                    "markLine": Theme.skyDeep
                })
        }
    }
}
