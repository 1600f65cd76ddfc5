"""What of PySide6 goes into the frozen program. The kiosk uses Qt Quick alone, drawn by the software renderer."""

import re

LEFT_OUT = re.compile(
    r"""
    (^|/)(lib)?Qt6?(WebEngine|WebChannel|WebView|WebSockets|Quick3D|3D|Charts|DataVisualization|Graphs|Pdf|Designer|Help|
        Sql|Bluetooth|Nfc|Positioning|Location|Sensors|SerialPort|SerialBus|RemoteObjects|Scxml|StateMachine|
        SpatialAudio|TextToSpeech|VirtualKeyboard|OpenGLWidgets|SvgWidgets|PrintSupport|UiTools|Xml|
        QuickControls2|QuickTemplates2|QuickDialogs|QuickLayouts|QuickTimeline|QuickEffects|QuickParticles|QuickShapes|
        QuickTest|QuickVectorImage|QuickWidgets|LabsA|LabsF|LabsQ|LabsS|LabsP|LabsW|QmlLocalStorage|QmlXmlListModel|
        Wayland|Wl|HttpServer|EglF|MultimediaQuick|MultimediaWidgets|QmlNetwork)
    | Qt/translations/ | Qt/metatypes/ | Qt/qsci | Qt/resources/ | Qt/libexec/
    | Qt/qml/(?!QtQml(/|$)|QtQuick/(qmldir|libqtquick2plugin|plugins\.qmltypes))
    | Qt/plugins/(?!platforms/libq(xcb|offscreen|windows)|imageformats/libq(svg|jpeg|webp)|
        multimedia/|tls/none|platforms/q(windows|offscreen))
    | \.qmltypes$ | /qml/.*\.qml$
    | libq(gtk3|xdgdesktopportal)
    """,
    re.VERBOSE,
)


def wanted(name: str) -> bool:
    """Whether the file that is to lie at `name` within the program folder goes in."""
    return name.startswith("kiosk/") or not LEFT_OUT.search(name.replace("\\", "/"))
