"""What staff hear of a take: one sound at a time, where it is, and silence at once."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.staff.background import Background
from kiosk.staff.parts import StaffParts
from kiosk.staff.takes_shown import clock

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
TICK_MS = 100
BARS = 72
Start = Callable[[Callable[[], None]], int]
"""Starts a sound, is told what to call when it has ended, and gives its number."""


@QmlElement
class TakePlayer(QObject):
    """`take` is what plays; `wave` its shape, once it was opened."""

    changed = Signal()
    moved = Signal()
    _ended = Signal(int)

    def __init__(self, parts: StaffParts, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._take = ""
        self._number: int | None = None
        self._turn = 0
        self._seconds = 0.0
        self._begun_ms = 0
        self._wave: list[float] = []
        self._ended.connect(self._over)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.moved)

    @property
    def now(self) -> str:
        """What plays, for Python: Qt's properties are no plain values for a type checker."""
        return self._take

    @Property(str, notify=changed)
    def take(self) -> str:
        """The id of what plays, or is being opened; empty while all is quiet."""
        return self._take

    @Property(bool, notify=changed)
    def playing(self) -> bool:
        return bool(self._take)

    @Property(list, notify=changed)
    def wave(self) -> list[float]:
        """Heights from 0 to 1 of the take that was opened last."""
        return self._wave

    @Property(float, notify=moved)
    def progress(self) -> float:
        """How much of it was heard, 0 to 1."""
        return min(1.0, self._heard() / self._seconds) if self._seconds else 0.0

    @Property(str, notify=moved)
    def place(self) -> str:
        """`0:12 / 1:05`."""
        return f"{clock(min(self._heard(), self._seconds))} / {clock(self._seconds)}" if self._seconds else ""

    def clear(self) -> None:
        """Another take: nothing of the last one is shown."""
        self.hush()
        self._wave, self._seconds = [], 0.0
        self.changed.emit()
        self.moved.emit()

    def play(
        self, take: str, seconds: float, start: Start, failed: Callable[[KioskError], None], *, shaped: bool = False
    ) -> None:
        """Hear `take`, about `seconds` long, in place of what plays; `shaped`: its wave is wanted too.

        `failed` is told why nothing can be heard.
        """
        self.hush()
        self._turn += 1
        turn, desk = self._turn, self._parts.keeper.desk() if self._parts.keeper else None
        assert desk
        self._take, self._seconds = take, seconds
        self.changed.emit()

        def work() -> tuple[list[float], int]:
            wave = desk.shape(take, BARS) if shaped else []
            return wave, start(lambda: self._ended.emit(turn))

        def refused(error: Exception) -> None:
            assert isinstance(error, KioskError)
            self._over(turn)
            failed(error)

        self._background.run(work, lambda made: self._began(turn, *made), failed=refused, expected=KioskError)

    @Slot()
    def hush(self) -> None:
        """Silence, at once."""
        if self._number is not None and self._parts.keeper:
            self._parts.keeper.desk().hush(self._number)
        self._over(self._turn)
        self._turn += 1

    def _began(self, turn: int, wave: list[float], number: int) -> None:
        if wave:
            self._wave = wave
        if turn != self._turn:  # hushed before it began to sound
            assert self._parts.keeper
            self._parts.keeper.desk().hush(number)
        elif self._take:
            self._number = number
            self._begun_ms = self._parts.clock.monotonic_ms()
            self._timer.start()
        self.changed.emit()
        self.moved.emit()

    def _over(self, turn: int) -> None:
        if turn == self._turn and self._take:
            self._take, self._number = "", None
            self._begun_ms = 0
            self._timer.stop()
            self.changed.emit()
            self.moved.emit()

    def _heard(self) -> float:
        return (self._parts.clock.monotonic_ms() - self._begun_ms) / 1000 if self._number is not None else 0.0
