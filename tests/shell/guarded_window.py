"""A window that would show any key that got through: a text field with focus, shortcuts, a way to close.

Prints what a scanner sent, and `leaked` with the key when one came through. Without `guard` nothing guards it.
"""

import signal
import sys

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine, QQmlComponent
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

from kiosk.shell.keys import KeyGuard

QML = b"""
import QtQuick
Window {
    title: "guarded"
    color: "navy"
    TextInput {
        focus: true
        color: "white"
        font.pixelSize: 60
        cursorDelegate: Item {}
        Keys.onPressed: event => console.log("leaked", event.key)
    }
    Shortcut { sequences: ["Ctrl+Q", "Ctrl+W", "Escape", "F11"]; onActivated: Qt.exit(3) }
    onClosing: console.log("leaked close")
}
"""


def say(text: str) -> None:
    """One line to the test."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
    app = QGuiApplication(sys.argv)
    engine = QQmlApplicationEngine()
    engine.exit.connect(app.exit)
    component = QQmlComponent(engine)
    component.setData(QML, QUrl())
    window = component.create()
    assert isinstance(window, QQuickWindow), component.errorString()
    if "guard" in sys.argv:
        guard = KeyGuard(window, keep_full=True)
        guard.scanned.connect(lambda text: say(f"scanned {text}"))
    window.showFullScreen()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    sys.exit(app.exec())
