pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui
import kiosk.stations.anti_fraud

// A message as it would reach a child, what is asked about it, and the three answers.
Item {
    id: asked
    required property QuarterViewModel quarter
    required property string prefix
    readonly property var item: quarter.item
    readonly property real gap: 16 * Theme.u
    // Where there is little height the answers stand beside the message.
    readonly property bool low: height < 0.7 * width
    readonly property real messageWidth: low ? width - answers.width - gap : width
    property MessageCard card: null

    Repeater {
        model: asked.item.message ? [asked.item] : []
        MessageCard {
            required property var modelData
            message: modelData.message
            overrides: modelData.overrides
            width: asked.messageWidth
            height: words.y - asked.gap
            Component.onCompleted: asked.card = this
        }
    }
    Txt {
        id: words
        x: 8 * Theme.u
        y: (asked.low ? asked.height : answers.y - asked.gap) - height
        width: asked.messageWidth - 2 * x
        height: Math.min(implicitHeight, asked.height * 0.25)
        fit: true
        text: asked.item.stem || ""
        size: Theme.pinyin ? 32 : 36
        bold: true
        color: Theme.paper
        overrides: asked.item.overrides || ({})
    }
    FormAnswers {
        id: answers
        quarter: asked.quarter
        prefix: asked.prefix
        piled: asked.low
        x: parent.width - width
        y: parent.height - height
        width: asked.low ? 360 * Theme.u : parent.width
        height: asked.low ? parent.height : Math.max(156 * Theme.u, Theme.target) + (Theme.pinyin ? 16 * Theme.u : 0)
    }
}
