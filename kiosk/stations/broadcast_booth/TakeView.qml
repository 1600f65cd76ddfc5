import QtQuick
import kiosk.ui

// The take: prompter, wave and meter, and the card with the red button.
Item {
    id: view
    required property BroadcastBoothViewModel viewModel
    readonly property bool wide: !Theme.upright
    readonly property real sideWidth: wide ? 520 * Theme.u : width
    readonly property real mainWidth: wide ? width - sideWidth - Theme.gutter : width
    readonly property real waveHeight: (Theme.pinyin ? 230 : 216) * Theme.u
    readonly property real sideHeight: wide ? height : 400 * Theme.u
    readonly property real mainHeight: wide ? height : height - sideHeight - Theme.gutter
    PrompterCard {
        width: view.mainWidth
        height: view.mainHeight - (wave.visible ? view.waveHeight + Theme.gutter : 0)
        prompter: view.viewModel.prompter as PrompterViewModel
    }
    WaveCard {
        id: wave
        visible: !view.viewModel.practising
        y: view.mainHeight - height
        width: view.mainWidth
        height: view.waveHeight
        sound: view.viewModel.sound as SoundViewModel
    }
    RecordCard {
        x: view.width - width
        y: view.wide ? 0 : view.height - height
        width: view.sideWidth
        height: view.sideHeight
        viewModel: view.viewModel
    }
}
