"""The floor: a bare PySide6 window with one Rectangle that answers a finger, on the software renderer."""

import os
import sys
import time

from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

from benchmarks.children import BORN

QML = b"""
import QtQuick
Window {
    visible: true
    width: 1920
    height: 1080
    Rectangle {
        objectName: "bare"
        width: 400
        height: 200
        color: finger.pressed ? "orange" : "navy"
        TapHandler { id: finger }
    }
}
"""


def main() -> None:
    """Say `frame MS` when the first frame stands; with `touch N` say `touched MS` N times; live until input ends."""
    QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
    app = QGuiApplication([])
    engine = QQmlApplicationEngine()
    engine.loadData(QML)
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    shown: list[float] = []
    window.frameSwapped.connect(lambda: shown.append((time.monotonic_ns() - int(os.environ[BORN])) / 1e6))
    while not shown:
        app.processEvents()
    print("frame", shown[0], flush=True)
    if sys.argv[1:2] == ["touch"]:
        touch(window, int(sys.argv[2]))
    sys.stdin.read()


def touch(window: QQuickWindow, times: int) -> None:
    """Touch the Rectangle and say how long each frame took."""
    from kiosk.rehearsal.finger import Finger

    finger = Finger(window, 30)
    for _ in range(times):
        finger.touch("bare")
    for taken in finger.touch_to_frame_ms:
        print("touched", taken, flush=True)


if __name__ == "__main__":
    main()
