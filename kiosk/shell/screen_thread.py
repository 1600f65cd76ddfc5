"""The way back to the screen's thread for what other threads have to say."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class ScreenThread(QObject):
    """`post(work)` runs `work` on the thread that made this object, in a later turn of its event loop."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def post(self, work: Callable[[], object]) -> None:
        """Queue `work`; any thread may ask."""
        self._posted.emit(work)

    def _run(self, work: Callable[[], object]) -> None:
        work()
