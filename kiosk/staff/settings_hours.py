"""The week's opening hours and the volume of each hour, changed by touch: pictures of a week and of a day."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.hours import DAY_MINUTES, FULL, HOURS, WEEKDAYS, span, written
from kiosk.staff.parts import StaffParts

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
USUAL = "08:30-17:00"
STEP_MIN = 30
WORKDAYS = 5
SHARES = (100, 60, 30, 0)
"""What touching an hour makes of its volume, one after the other, in percent."""


@QmlElement
class SettingsHours(QObject):
    """`week` and `day` are what is set now; every change goes to `keep(key, value)` at once."""

    changed = Signal()

    def __init__(
        self,
        parts: StaffParts,
        value: Callable[[str], Any],
        keep: Callable[[str, Any], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._value = value
        self._keep = keep
        self._chosen = 0

    @Property(list, notify=changed)
    def week(self) -> list[dict[str, Any]]:
        """Each day: `name`, `open`, `from` and `to` (`08:30`), `start` and `share` of the day (0 to 1), `chosen`."""
        week = self._week() or [written(0, DAY_MINUTES)] * WEEKDAYS
        return [self._day(number, text) for number, text in enumerate(week)]

    @Property(bool, notify=changed)
    def always(self) -> bool:
        """Whether the base has no hours."""
        return not self._week()

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        """Whether the chosen day is open."""
        return self._span() is not None

    @Property(list, notify=changed)
    def day(self) -> list[dict[str, Any]]:
        """Each hour: `hour` and its `share` of the volume in percent."""
        shares = self._shares()
        return [{"hour": hour, "share": shares[hour]} for hour in range(HOURS)]

    @Property(bool, notify=changed)
    def same(self) -> bool:
        """Whether it is as loud all day."""
        return not self._value("volume_by_hour")

    @Slot(int)
    def choose(self, day: int) -> None:
        """The day that the keys below change."""
        self._chosen = day
        self.changed.emit()

    @Slot(bool)
    def setAlways(self, always: bool) -> None:
        """No hours at all, or the usual ones every day."""
        self._put([] if always else [USUAL] * WEEKDAYS)

    @Slot()
    def toggleDay(self) -> None:
        """The chosen day is closed, or open at the usual hours."""
        self._set("" if self._span() else USUAL)

    @Slot(str, int)
    def step(self, end: str, direction: int) -> None:
        """Open (`from`) or close (`to`) half an hour later (1) or earlier (-1)."""
        found = self._span()
        if found is None:
            return
        start, stop = found
        if end == "from":
            start = min(max(start + direction * STEP_MIN, 0), stop - STEP_MIN)
        else:
            stop = max(min(stop + direction * STEP_MIN, DAY_MINUTES), start + STEP_MIN)
        self._set(written(max(0, start), stop))

    @Slot()
    def likeThis(self) -> None:
        """All workdays as the chosen one."""
        week = self._week()
        self._put([week[self._chosen]] * WORKDAYS + week[WORKDAYS:])

    @Slot(int)
    def turn(self, hour: int) -> None:
        """The next volume of that hour."""
        shares = self._shares()
        now = shares[hour]
        shares[hour] = SHARES[(SHARES.index(now) + 1) % len(SHARES)] if now in SHARES else FULL
        self._keep("volume_by_hour", [] if shares == [FULL] * HOURS else shares)

    @Slot()
    def allDay(self) -> None:
        """As loud at every hour."""
        self._keep("volume_by_hour", [])

    def _week(self) -> list[str]:
        return list(self._value("opening_hours"))

    def _shares(self) -> list[int]:
        return list(self._value("volume_by_hour")) or [FULL] * HOURS

    def _span(self) -> tuple[int, int] | None:
        week = self._week()
        return span(week[self._chosen]) if week else None

    def _day(self, number: int, text: str) -> dict[str, Any]:
        start, stop = span(text) or (0, 0)
        opens, _, closes = text.partition("-")
        return {
            "name": self._parts.say(f"staff.weekday_{number + 1}"),
            "open": bool(text),
            "from": opens,
            "to": closes,
            "start": start / DAY_MINUTES,
            "share": (stop - start) / DAY_MINUTES,
            "chosen": number == self._chosen,
        }

    def _set(self, text: str) -> None:
        week = self._week()
        if week:
            week[self._chosen] = text
            self._put(week)

    def _put(self, week: list[str]) -> None:
        self._keep("opening_hours", week)
