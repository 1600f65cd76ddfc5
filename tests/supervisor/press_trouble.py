"""Runs the trouble screen with everything it may be told and presses its button with a finger."""

import sys

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.shell import trouble


def press() -> None:
    """Sweep a finger down the middle until something happens."""
    (window,) = QGuiApplication.topLevelWindows()
    device = QTest.createTouchDevice()
    for down in range(window.height() - 10, window.height() // 2, -20):
        point = QPoint(window.width() // 2, down)
        QTest.touchEvent(window, device).press(0, point, window).commit()
        QTest.touchEvent(window, device).release(0, point, window).commit()


if __name__ == "__main__":
    QTimer.singleShot(0, lambda: QTimer.singleShot(300, press))
    told = ["--code", "supervisor.crashed", "--params", '{"signal": "SIGSEGV"}', "--detail", "x = 1", "--windowed"]
    sys.exit(trouble.main([*told, *sys.argv[1:]]))
