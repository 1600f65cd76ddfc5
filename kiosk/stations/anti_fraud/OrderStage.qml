pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Steps to put in order: a touch on a card gives it the next free place, a touch on a placed one takes it back.
Item {
    id: stage
    required property SideViewModel viewModel
    readonly property var question: viewModel.question
    readonly property var options: question.options
    readonly property bool messaged: question.message.parts !== undefined
    readonly property bool upright: Theme.upright
    readonly property real gap: Theme.gutter
    readonly property real leftWidth: upright ? width : Math.round((width - gap) * 0.56)
    readonly property real cardHeight: Math.max(Theme.target, (messaged ? (Theme.pinyin ? 136 : 124) : Theme.pinyin ? 156 : 136) * Theme.u)
    readonly property real messageHeight: upright ? (Theme.pinyin ? 348 : 304) * Theme.u : poolTop - gap
    // The message that sets the scene, when it needs several pages.
    property PagedColumn messageColumn: null
    readonly property int rows: Math.ceil(options.length / 2)
    readonly property real poolTop: height - rows * cardHeight - (rows - 1) * gap
    readonly property real wordSize: Theme.pinyin ? 30 : 34

    Loader {
        active: stage.messaged
        width: stage.leftWidth
        height: stage.messageHeight
        sourceComponent: MessageCard {
            Component.onCompleted: stage.messageColumn = parts
            objectName: "message"
            message: stage.question.message
            overrides: stage.question.overrides
        }
    }
    StemCard {
        id: stem
        readonly property bool beside: stage.messaged && !stage.upright
        stem: stage.question.stem
        ems: stage.question.ems
        overrides: stage.question.overrides
        tallest: stage.height * 0.3
        player: stage.question.player
        playerText: stage.question.playerText
        x: beside ? stage.width - width : 0
        y: stage.messaged && stage.upright ? stage.messageHeight + stage.gap : 0
        width: beside ? places.width : stage.leftWidth
        height: stage.upright || beside ? implicitHeight : stage.poolTop - stage.gap
    }
    Item {
        id: places
        readonly property real upper: stage.upright || stage.messaged ? stem.y + stem.height + stage.gap : 0
        readonly property real room: (stage.upright ? stage.poolTop - stage.gap : stage.height) - upper
        readonly property int columns: room / count >= 126 * Theme.u ? 1 : room / Math.ceil(count / 2) >= 118 * Theme.u ? 2 : 3
        readonly property int count: stage.options.length
        readonly property int lines: Math.ceil(count / columns)
        readonly property real spacing: (columns > 1 ? 16 : 12) * Theme.u
        x: stage.upright ? 0 : stage.width - width
        y: upper
        width: stage.upright ? stage.width : stage.width - stage.leftWidth - stage.gap
        height: room
        Repeater {
            model: stage.options.length
            StepPlace {
                required property int index
                readonly property string key: stage.viewModel.chosen[index] ?? ""
                readonly property var option: stage.options.find(one => one.key === key)
                objectName: "place-" + index
                x: index % places.columns * (width + places.spacing)
                y: Math.floor(index / places.columns) * (height + places.spacing)
                width: (places.width - (places.columns - 1) * places.spacing) / places.columns
                height: Math.min(168 * Theme.u, (places.room - (places.lines - 1) * places.spacing) / places.lines)
                number: index + 1
                next: index === stage.viewModel.chosen.length
                label: option?.text ?? ""
                size: stage.wordSize
                overrides: stage.question.overrides
                onTapped: stage.viewModel.choose(key)
            }
        }
    }
    Repeater {
        model: stage.options
        OptionCard {
            required property int index
            required property var modelData
            readonly property int placed: stage.viewModel.chosen.indexOf(modelData.key)
            objectName: "option-" + index
            x: index % 2 * (width + stage.gap)
            y: stage.poolTop + Math.floor(index / 2) * (height + stage.gap)
            width: (stage.leftWidth - stage.gap) / 2
            height: stage.cardHeight
            opacity: placed < 0 ? 1 : 0.5
            label: modelData.text
            letter: placed < 0 ? "" : placed + 1
            tone: modelData.tone
            size: stage.wordSize
            overrides: stage.question.overrides
            onTapped: stage.viewModel.choose(modelData.key)
        }
    }
}
