pragma Singleton
import QtQuick

// Colours, sizes and switches of every screen. The program feeds it.
QtObject {
    // Window size in pixels; `u` is one pixel of the 1080p designs (1920x1080, or 1080x1920 upright).
    property real windowWidth: 1920
    property real windowHeight: 1080
    readonly property bool upright: windowHeight > windowWidth
    readonly property real u: upright ? Math.min(windowWidth / 1080, windowHeight / 1920) : Math.min(windowWidth / 1920, windowHeight / 1080)
    // Pixels a millimetre of the real panel; 0 when the panel does not say. A target is never under 20 mm.
    property real pixelsPerMillimetre: 0
    readonly property real target: Math.max(120 * u, Math.min(20 * pixelsPerMillimetre, 168 * u))

    property string family: "Noto Sans CJK SC"
    property bool pinyin: false
    property bool calm: false
    property bool leftHanded: false

    // Colours by name (`packs.palette`), and where pictures come from: both change at once when a brand comes or goes.
    property var brand: ({})
    property string pictures: "image://art/"

    property color night: brand.night ?? "#1B2A4A"
    property color dusk: brand.dusk ?? "#34507A"
    property color water: brand.water ?? "#24466B"
    property color glow: brand.glow ?? "#F2A65A"
    property color glowLight: brand.glowLight ?? "#F7C98B"
    property color lantern: brand.lantern ?? "#E4573D"
    property color light: brand.light ?? "#FFD27A"
    property color paper: brand.paper ?? "#FFF6E6"
    property color ink: brand.ink ?? "#2B2A33"
    property color jade: brand.jade ?? "#1F8A63"
    property color coral: brand.coral ?? "#C9482F"
    property color sky: brand.sky ?? "#2E86C1"
    property color lilac: brand.lilac ?? "#8E7CC3"

    readonly property color paperShade: brand.paperShade ?? "#C9AE7C"
    readonly property color lightShade: brand.lightShade ?? "#C2492F"
    readonly property color ink2: brand.ink2 ?? "#5A5560"
    readonly property color mist: brand.mist ?? "#AFC0DC"
    readonly property color deepest: brand.deepest ?? "#121D35"
    readonly property color deck: brand.deck ?? "#2C4570"
    readonly property color deckShade: brand.deckShade ?? "#16233F"
    readonly property color disabled: brand.disabled ?? "#56648A"
    readonly property color off: brand.off ?? "#46618C"
    readonly property color pillEdge: brand.pillEdge ?? "#4C6CA0"
    readonly property color jadeDeep: brand.jadeDeep ?? "#156B4B"
    readonly property color coralDeep: brand.coralDeep ?? "#A93A25"
    readonly property color skyDeep: brand.skyDeep ?? "#1D6396"
    readonly property color lilacDeep: brand.lilacDeep ?? "#5F4D99"
    readonly property color jadeSoft: brand.jadeSoft ?? "#DCF0E4"
    readonly property color coralSoft: brand.coralSoft ?? "#FBE1D8"
    readonly property color skySoft: brand.skySoft ?? "#DCEBF6"
    readonly property color lilacSoft: brand.lilacSoft ?? "#E9E3F6"
    readonly property color glowSoft: brand.glowSoft ?? "#FFE8C2"
    readonly property color rose: brand.rose ?? "#FFE9E3"
    readonly property color roseShade: brand.roseShade ?? "#D99C8B"
    readonly property color skyShade: brand.skyShade ?? "#6FA8D1"
    readonly property color glowShade: brand.glowShade ?? "#D99A45"
    readonly property color onShade: brand.onShade ?? "#C98B2E"
    readonly property color veil: brand.veil ?? "#141F3A"
    readonly property color messageHead: brand.messageHead ?? "#E6ECF4"
    readonly property color noteGround: brand.noteGround ?? "#D5DFEC"
    readonly property color headLine: brand.headLine ?? "#C3D0E2"
    readonly property color staffGround: brand.staffGround ?? "#F4E8D2"
    readonly property color wood: "#8A5A34"
    readonly property color woodShade: "#623F28"
    readonly property color beam: "#A8512E"
    readonly property color white: "#FFFFFF"
    readonly property color black: "#000000"

    // How long a new screen's buttons ignore fingers, in milliseconds. A rehearsal, which knows what it wants, sets less.
    property int guardMs: 400
    readonly property int quick: calm ? 0 : 200
    readonly property int change: calm ? 0 : 300
    readonly property int reveal: calm ? 0 : 400

    readonly property real margin: 48 * u
    readonly property real gutter: 24 * u
    readonly property real line: Math.max(2, 6 * u)

    function px(size: real): int {
        return Math.max(1, Math.round(size * u));
    }
}
