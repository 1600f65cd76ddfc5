"""The card that stands on the screen while something long is done: what it is, how far, and a way to stop it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.staff.background import Background
from kiosk.staff.giving_up import GivenUp, Progress

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
PROGRESS_MS = 100
T = TypeVar("T")


@QmlElement
class LongWork(QObject):
    """One piece of work after the other on the page's background."""

    changed = Signal()
    progressed = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._progress = Progress()
        self._what = ""
        self._ticker = QTimer(self, interval=PROGRESS_MS)
        self._ticker.timeout.connect(self.progressed)

    @Property(bool, notify=changed)
    def running(self) -> bool:
        return self._ticker.isActive()

    @Property(str, notify=changed)
    def what(self) -> str:
        """What is being done, as a sentence."""
        return self._what

    @Property(int, notify=progressed)
    def done(self) -> int:
        return self._progress.done

    @Property(int, notify=progressed)
    def total(self) -> int:
        """How much there is; 0 while nobody knows."""
        return self._progress.all

    @Property(bool, notify=progressed)
    def stopping(self) -> bool:
        return self._progress.stopping

    @Slot()
    def giveUp(self) -> None:
        """Stop at the next step; nothing of the work remains."""
        self._progress.give_up()
        self.progressed.emit()

    def run(
        self,
        what: str,
        work: Callable[[Progress], T],
        then: Callable[[T], None],
        failed: Callable[[KioskError | GivenUp], None],
    ) -> None:
        """Do `work`, which tells the progress how far it is, and call `then`, or `failed` when it was in vain."""
        self._progress = progress = Progress()
        self._what = what
        self._ticker.start()
        self.changed.emit()
        self.progressed.emit()

        def done(result: T) -> None:
            self._rest()
            then(result)

        def undone(error: Exception) -> None:
            self._rest()
            assert isinstance(error, KioskError | GivenUp)
            failed(error)

        self._background.run(lambda: work(progress), done, failed=undone, expected=(KioskError, GivenUp))

    def _rest(self) -> None:
        self._ticker.stop()
        self.changed.emit()
