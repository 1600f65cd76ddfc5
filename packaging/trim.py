"""What of PySide6 goes into the frozen program. The kiosk uses Qt Quick alone, drawn by the software renderer."""

import re
import subprocess
import sys
from functools import cache

Entry = tuple[str, str, str]

LEFT_OUT = re.compile(
    r"""
    (^|/)(lib)?Qt6?(WebEngine|WebChannel|WebView|WebSockets|Quick3D|3D|Charts|DataVisualization|Graphs|Pdf|Designer|Help|
        Sql|Bluetooth|Nfc|Positioning|Location|Sensors|SerialPort|SerialBus|RemoteObjects|Scxml|StateMachine|
        SpatialAudio|TextToSpeech|VirtualKeyboard|OpenGLWidgets|SvgWidgets|PrintSupport|UiTools|Xml|
        QuickControls2|QuickTemplates2|QuickDialogs|QuickLayouts|QuickTimeline|QuickEffects|QuickParticles|
        QuickTest|QuickVectorImage|QuickWidgets|LabsA|LabsF|LabsQ|LabsS|LabsP|LabsW|QmlLocalStorage|QmlXmlListModel|
        Wayland|Wl|HttpServer|EglF|MultimediaQuick|MultimediaWidgets|QmlNetwork)
    | Qt/translations/ | Qt/metatypes/ | Qt/qsci | Qt/resources/ | Qt/libexec/
    | Qt/qml/(?!QtQml(/|$)|QtQuick/(qmldir|libqtquick2plugin|plugins\.qmltypes|Shapes/|Window/))
    | Qt/plugins/(?!platforms/libq(xcb|offscreen|windows)|imageformats/libq(svg|jpeg|webp)|
        multimedia/|tls/none|platforms/q(windows|offscreen))
    | \.qmltypes$ | /qml/.*\.qml$
    | libq(gtk3|xdgdesktopportal) | numpy/.*(tests|\.pyi$|\.h$|\.a$) | numpy/(f2py|distutils|_core/include)/
    | pillow\.libs/lib(avif|freetype|harfbuzz|brotli|png|sharpyuv|webp)  # pictures that no paper has
    """,
    re.VERBOSE,
)

MULTIMEDIA = re.compile(r"Qt6Multimedia|ffmpeg|FFmpeg|/multimedia/|libav(codec|format|util)|libsw(resample|scale)")
"""On Linux sound goes through libpulse by itself."""


def wanted(name: str) -> bool:
    """Whether the file that is to lie at `name` within the program folder goes in."""
    if sys.platform == "linux" and MULTIMEDIA.search(name):
        return False
    return name.startswith("kiosk/") or not LEFT_OUT.search(name.replace("\\", "/"))


def without_orphans(entries: list[Entry]) -> list[Entry]:
    """`entries` (name, path, type) without the libraries of the system that nothing here asks for any more.

    PyInstaller took them along with what was left out above: a theme's GTK, a codec's friends.
    """
    while True:
        asked = {need for _, path, _ in entries for need in needs(path)}
        kept = [one for one in entries if not is_system_library(one[0]) or one[0] in asked]
        if len(kept) == len(entries):
            return kept
        entries = kept


def is_system_library(name: str) -> bool:
    """Whether it lies at the top of the folder and is no part of Python: those are opened by name."""
    return "/" not in name and ".so" in name and not name.startswith(("libpython", "_")) and ".cpython-" not in name


@cache
def needs(path: str) -> tuple[str, ...]:
    """The libraries that the one at `path` asks for (Linux)."""
    said = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=False).stdout
    return tuple(line.split()[1] for line in said.splitlines() if line.strip().startswith("NEEDED"))
