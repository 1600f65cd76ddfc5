"""Issuing return codes: for which class and seats, for which paper forms; the cards are there this once."""

import sqlite3
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.privacy.guardian import Guardian
from kiosk.staff.background import Background
from kiosk.staff.codes_forms import DIGITS, SEATS, numbers, stepped_day, toggled
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.store import settings
from kiosk.store.seats import read_seats
from kiosk.takeaway.cards import ReturnCard

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
TICK_MS = 100


@QmlElement
class CodesIssue(QObject):
    """`done(cards)` is called once all codes are in the register."""

    changed = Signal()
    progressed = Signal()

    def __init__(
        self,
        parts: StaffParts,
        background: Background,
        role: Role,
        done: Callable[[list[ReturnCard]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts, self._background, self._role, self._done = parts, background, role, done
        self._classes: list[str] = [""]
        self._seats: dict[str, int] = {}
        self._class = ""
        self._chosen: tuple[int, ...] = ()
        self._number = self._message = ""
        self._signed = date(2026, 1, 1)
        self._made = 0
        self._busy = False
        self._ticker = QTimer(self, interval=TICK_MS)
        self._ticker.timeout.connect(self.progressed)

    def begin(self) -> None:
        """Nothing chosen yet."""
        try:
            with self._parts.store.read() as connection:
                kept = settings.read_all(connection)
        except sqlite3.Error:
            kept = {"classes": [], "class_seats": []}
        self._classes = list(kept["classes"]) or [""]
        self._seats = read_seats(kept["class_seats"])
        self._signed = self._today()
        self._number = self._message = ""
        self._busy = False
        self.pickClass(self._classes[0])

    @Property(list, notify=changed)
    def classes(self) -> list[dict[str, Any]]:
        """The base's classes: key, name, whether chosen."""
        say = self._parts.say
        return [
            {"key": one, "name": one or say("codes.no_class"), "chosen": one == self._class} for one in self._classes
        ]

    @Property(list, notify=changed)
    def seats(self) -> list[dict[str, Any]]:
        """The seats of the class, each with whether it gets a card."""
        return [
            {"seat": seat, "chosen": seat in self._chosen} for seat in range(1, self._seats.get(self._class, SEATS) + 1)
        ]

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many cards; without seats it is one."""
        return len(self._chosen) or 1

    @Property(bool, notify=changed)
    def single(self) -> bool:
        """Whether one card without a seat is made."""
        return not self._chosen

    @Property(str, notify=changed)
    def number(self) -> str:
        """The number of the (first) paper form."""
        return self._number

    @Property(str, notify=changed)
    def range(self) -> str:
        """From which form to which."""
        if not self._number:
            return ""
        given = numbers(self._number, self.count_now)
        say = self._parts.say
        return say("codes.forms_range", first=given[0], last=given[-1]) if len(given) > 1 else say("codes.form_one")

    @Property(str, notify=changed)
    def signed(self) -> str:
        return self._signed.isoformat()

    @Property(bool, notify=changed)
    def isToday(self) -> bool:
        """No later day can be chosen."""
        return self._signed >= self._today()

    @Property(str, notify=changed)
    def message(self) -> str:
        """What went wrong."""
        return self._message

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        return bool(self._number) and not self._busy

    @Property(int, notify=progressed)
    def made(self) -> int:
        """Codes that are issued already."""
        return self._made

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._busy

    @property
    def busy_now(self) -> bool:
        """Whether codes are being issued."""
        return self._busy

    @property
    def count_now(self) -> int:
        """As `count`."""
        return len(self._chosen) or 1

    @Slot(str)
    def pickClass(self, label: str) -> None:
        """A class; nobody has a card yet: each needs a paper form of its own."""
        self._class, self._chosen = label, ()
        self.changed.emit()

    @Slot(int)
    def toggleSeat(self, seat: int) -> None:
        self._chosen = toggled(self._chosen, seat)
        self.changed.emit()

    @Slot()
    def everySeat(self) -> None:
        """All seats, or none when all are chosen."""
        every = tuple(range(1, self._seats.get(self._class, SEATS) + 1))
        self._chosen = () if self._chosen == every else every
        self.changed.emit()

    @Slot(str)
    def press(self, digit: str) -> None:
        """A key of the pad."""
        if len(self._number) < DIGITS and digit.isdigit():
            self._type(self._number + digit)

    @Slot()
    def erase(self) -> None:
        self._type(self._number[:-1])

    @Slot()
    def clear(self) -> None:
        self._type("")

    @Slot(int)
    def stepDay(self, days: int) -> None:
        """The day on the paper forms, later or earlier."""
        self._signed = stepped_day(self._signed, days, self._today())
        self.changed.emit()

    def issue(self) -> None:
        """Into the register with all of them."""
        keeper = self._parts.keeper
        if not self._number or self._busy or keeper is None:
            return
        self._busy, self._made, self._message = True, 0, ""
        self.changed.emit()
        self._ticker.start()
        guardian, label, signed = keeper.guardian(), self._class, self._signed.isoformat()
        seats = self._chosen or (0,)
        pairs = list(zip(seats, numbers(self._number, len(seats)), strict=True))
        self._background.run(
            lambda: self._all(guardian, label, signed, pairs),
            self._issued,
            failed=self._failed,
            expected=(KioskError, sqlite3.Error),
        )

    def _all(self, guardian: Guardian, label: str, signed: str, pairs: list[tuple[int, str]]) -> list[ReturnCard]:
        cards = []
        for seat, form in pairs:
            cards.append(ReturnCard(guardian.codes.issue(form, signed, label, self._role), label, seat, form))
            self._made = len(cards)
        return cards

    def _issued(self, cards: list[ReturnCard]) -> None:
        self._end()
        self._done(cards)

    def _end(self) -> None:
        self._busy = False
        self._ticker.stop()
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self._message = self._parts.tell(error) if isinstance(error, KioskError) else self._parts.say("staff.not_kept")
        self._end()

    def _type(self, number: str) -> None:
        self._number, self._message = number, ""
        self.changed.emit()

    def _today(self) -> date:
        return datetime.fromtimestamp(self._parts.clock.utc_ms() / 1000).date()
