pragma Singleton
import QtQuick

// Colours, sizes and switches of every screen. The shell feeds it; a branding pack changes colours and family.
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

    property color night: "#1B2A4A"
    property color dusk: "#34507A"
    property color water: "#24466B"
    property color glow: "#F2A65A"
    property color glowLight: "#F7C98B"
    property color lantern: "#E4573D"
    property color light: "#FFD27A"
    property color paper: "#FFF6E6"
    property color ink: "#2B2A33"
    property color jade: "#1F8A63"
    property color coral: "#C9482F"
    property color sky: "#2E86C1"
    property color lilac: "#8E7CC3"

    readonly property color paperShade: "#C9AE7C"
    readonly property color lightShade: "#C2492F"
    readonly property color ink2: "#5A5560"
    readonly property color mist: "#AFC0DC"
    readonly property color deepest: "#121D35"
    readonly property color deck: "#2C4570"
    readonly property color deckShade: "#16233F"
    readonly property color disabled: "#56648A"
    readonly property color off: "#46618C"
    readonly property color pillEdge: "#4C6CA0"
    readonly property color jadeDeep: "#156B4B"
    readonly property color coralDeep: "#A93A25"
    readonly property color skyDeep: "#1D6396"
    readonly property color lilacDeep: "#5F4D99"
    readonly property color jadeSoft: "#DCF0E4"
    readonly property color coralSoft: "#FBE1D8"
    readonly property color skySoft: "#DCEBF6"
    readonly property color lilacSoft: "#E9E3F6"
    readonly property color glowSoft: "#FFE8C2"
    readonly property color rose: "#FFE9E3"
    readonly property color roseShade: "#D99C8B"
    readonly property color skyShade: "#6FA8D1"
    readonly property color glowShade: "#D99A45"
    readonly property color onShade: "#C98B2E"
    readonly property color veil: "#141F3A"
    readonly property color messageHead: "#E6ECF4"
    readonly property color noteGround: "#D5DFEC"
    readonly property color headLine: "#C3D0E2"
    readonly property color staffGround: "#F4E8D2"
    readonly property color white: "#FFFFFF"

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
