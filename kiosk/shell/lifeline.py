"""The screen's side of the supervisor: a beat every second from the event loop, and an end when nobody listens."""

import os
import sys

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtGui import QWindow

from kiosk.core.programs import BEAT, LEFT, SHOWN, SUPERVISED

BEAT_MS = 1000


class Lifeline(QObject):
    """Beats while the event loop runs; does nothing when no supervisor started this process.

    It takes standard output for itself: what is printed from now on goes to standard error. When the supervisor is
    gone the application ends, so that no screen is left without one.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pipe = -1
        if SUPERVISED not in os.environ:
            return
        sys.stdout.flush()
        self._pipe = os.dup(1)
        os.dup2(2, 1)
        os.set_blocking(self._pipe, False)
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        QTimer.singleShot(0, self, self._beat)  # the first beat, too, is the event loop's: a long start is no hang

    def watch_first_frame(self, window: QWindow) -> None:
        """Tell the supervisor when the first frame of `window` stands; windows without Qt Quick do not tell."""
        if swapped := getattr(window, "frameSwapped", None):
            swapped.connect(self._shown, Qt.ConnectionType.SingleShotConnection)

    def _beat(self) -> None:
        self._say(BEAT)

    def _shown(self) -> None:
        self._say(SHOWN)

    def _say(self, word: str) -> None:
        if self._pipe < 0:
            return
        try:
            os.write(self._pipe, f"{word}\n".encode())
        except BlockingIOError:  # the supervisor is asleep and the pipe is full: it has beats enough
            return
        except OSError:  # the supervisor is gone
            self._timer.stop()
            QCoreApplication.exit(LEFT)
