"""When nobody shall play: outside the opening hours, while the screen sleeps, and while it is wiped."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Property, QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

from kiosk.core.hours import EARLIEST_MS, is_open, next_opening
from kiosk.core.words import say
from kiosk.shell.parts import ShellParts

QML_IMPORT_NAME = "kiosk.shell"
QML_IMPORT_MAJOR_VERSION = 1
LOOK_MS = 5_000
WIPE_MS = 250
CLOSED_MS = 5 * 60_000
"""So long the resting screen is seen in closed hours before the panel goes dark."""
STILL_MS = 700
"""The wiping is over when no hand has been on the screen for so long."""


@QmlElement
class Resting(QObject):
    """`closed`: the base is not open; `asleep`: the panel is dark; `cleaning`: seconds left of wiping, else -1.

    `is_free()` tells whether nobody is in a visit, a class or behind the PIN: only then the screen may sleep.
    `language()` is the screen's.
    """

    changed = Signal()

    def __init__(
        self,
        parts: ShellParts,
        is_free: Callable[[], bool],
        language: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._is_free = is_free
        self._language = language
        self._touched = self._felt = parts.clock.monotonic_ms()
        self._closed = self._is_closed()
        self._asleep = False
        self._wiped_at = -1
        self._cleaning = -1
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._wipe = QTimer(self, interval=WIPE_MS)
        self._wipe.timeout.connect(self.tick)

    # What Python asks: Qt's properties are no plain values for a type checker

    @property
    def is_closed(self) -> bool:
        """Whether the resting screen stands in the place of attract."""
        return self._closed

    @property
    def is_asleep(self) -> bool:
        """Whether the panel is dark."""
        return self._asleep

    @property
    def locked(self) -> bool:
        """Whether no finger gets through."""
        return self._asleep or self._cleaning >= 0

    # What QML shows

    @Property(bool, notify=changed)
    def asleep(self) -> bool:
        return self._asleep

    @Property(int, notify=changed)
    def cleaning(self) -> int:
        return self._cleaning

    @Property(str, notify=changed)
    def opens(self) -> str:
        """When the base opens again; empty when no day says."""
        now = self._now()
        opens = next_opening(self._parts.setting("opening_hours"), now)
        if opens is None:
            return ""
        days = (opens.date() - now.date()).days
        day = ("today", "tomorrow")[days] if days < 2 else f"weekday_{opens.isoweekday()}"
        return say("shell.opens", self._language(), day=say(f"shell.{day}", self._language()), time=f"{opens:%H:%M}")

    # What happens

    def touched(self) -> None:
        """A finger that got through."""
        self._touched = self._parts.clock.monotonic_ms()

    def felt(self, *, lifted: bool) -> None:
        """A finger that did not get through. One wakes the screen, by being lifted: what lies below never feels it."""
        self._felt = self._parts.clock.monotonic_ms()
        if self._asleep and lifted:
            self.wake()

    def clean(self) -> None:
        """Ignore all fingers for as long as the setting says."""
        self._wiped_at = self._felt = self._parts.clock.monotonic_ms()
        self._wipe.start()
        self.tick()

    def tick(self) -> None:
        """Count the wiping down; a hand that is still on the screen makes it last."""
        now = self._parts.clock.monotonic_ms()
        left = int(self._parts.setting("cleaning_s")) * 1000 - (now - self._wiped_at)
        if left <= 0 and now - self._felt >= STILL_MS:
            self._wipe.stop()
            self.touched()
        self._set(cleaning=max(0, -(-left // 1000)) if self._wipe.isActive() else -1)

    def look(self) -> None:
        """Look at the clock: whether to close or to open, to sleep or to wake."""
        closed = self._is_closed()
        if closed is not self._closed:
            self._closed = closed
            self.wake()
            self.changed.emit()
        if not self._is_free():
            self.touched()
        elif not self._asleep and self._is_tired():
            self._parts.screen.sleep()
            self._set(asleep=True)

    def wake(self) -> None:
        """Somebody is there, or the base opens."""
        self.touched()
        if self._asleep:
            self._parts.screen.wake()
            self._set(asleep=False)

    def end(self) -> None:
        """The program ends."""
        self._timer.stop()
        self._wipe.stop()

    def _set(self, *, asleep: bool | None = None, cleaning: int | None = None) -> None:
        before = (self._asleep, self._cleaning)
        self._asleep = self._asleep if asleep is None else asleep
        self._cleaning = self._cleaning if cleaning is None else cleaning
        if before != (self._asleep, self._cleaning):
            self.changed.emit()

    def _is_tired(self) -> bool:
        """Whether nobody has touched anything for so long that the panel may go dark."""
        setting = self._parts.setting
        closed_ms = CLOSED_MS if setting("sleep_closed") else 0
        after = closed_ms if self._closed else int(setting("sleep_after_min")) * 60_000
        return after > 0 and self._parts.clock.monotonic_ms() - self._touched >= after

    def _is_closed(self) -> bool:
        """By a clock that cannot be right nobody is sent away."""
        now = self._parts.clock.utc_ms()
        return now >= EARLIEST_MS and not is_open(self._parts.setting("opening_hours"), self._now())

    def _now(self) -> datetime:
        """Local time."""
        return datetime.fromtimestamp(self._parts.clock.utc_ms() / 1000)
