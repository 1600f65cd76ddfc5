"""A guide enters how many people came in groups, by the number pad; what was entered can be corrected."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.events import HeadcountEntered, from_body
from kiosk.core.ids import uuid7
from kiosk.exports.ledger import BANDS
from kiosk.staff.background import Background
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
DIGITS = {"people": 4, "groups": 2}
SHOWN = 4
KEPT_DAYS = 62
"""How far back a guide can enter or correct a day."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands on the pad; `entry` is that of an earlier one that is corrected, else empty."""

    day: date
    entry: str = ""


@QmlElement
class LedgerCounting(QObject):
    """`field` is `people` or `groups`: which number the pad types into. `kept(day)` is called after each entry."""

    changed = Signal()

    def __init__(
        self,
        parts: StaffParts,
        background: Background,
        role: Role,
        kept: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._kept = kept
        self._draft = Draft(self._today)
        self._typed = {"people": "", "groups": "1"}
        self._fresh = True
        self._field = "people"
        self._band = BANDS[0]
        self._entries: list[HeadcountEntered] = []
        self._message = ""

    def arrive(self) -> None:
        """An empty pad on today."""
        self._message = ""
        self._empty()
        self._read()

    @Property(str, notify=changed)
    def field(self) -> str:
        return self._field

    @Property(str, notify=changed)
    def people(self) -> str:
        return self._typed["people"]

    @Property(str, notify=changed)
    def groups(self) -> str:
        return self._typed["groups"]

    @Property(str, notify=changed)
    def day(self) -> str:
        return self._draft.day.isoformat()

    @Property(bool, notify=changed)
    def mayGoOn(self) -> bool:
        """Whether there is a later day to go to."""
        return self._draft.day < self._today

    @Property(bool, notify=changed)
    def correcting(self) -> bool:
        return self._draft.entry != ""

    @Property(bool, notify=changed)
    def usable(self) -> bool:
        """Whether what is typed can be kept: at least one person, or 0 to take an earlier entry back."""
        people, groups = (int(self._typed[name] or -1) for name in ("people", "groups"))
        return groups > 0 and (people > 0 or (people == 0 and self._draft.entry != ""))

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(list, notify=changed)
    def bands(self) -> list[dict[str, Any]]:
        return [
            {"key": band, "name": self._parts.say(f"ledger.band_{band}"), "chosen": band == self._band}
            for band in BANDS
        ]

    @Property(list, notify=changed)
    def entries(self) -> list[dict[str, Any]]:
        """The latest entries, the newest first."""
        return [
            {
                "key": one.entry,
                "name": self._parts.say(
                    "staff.headcount_line",
                    day=one.day[5:],
                    band=self._parts.say(f"ledger.band_{one.band}"),
                    people=one.people,
                    groups=one.groups,
                ),
                "chosen": one.entry == self._draft.entry,
            }
            for one in self._entries[:SHOWN]
        ]

    @Slot(str)
    def pickField(self, field: str) -> None:
        self._field = field
        self._fresh = True
        self.changed.emit()

    @Slot(str)
    def pickBand(self, band: str) -> None:
        self._band = band
        self.changed.emit()

    @Slot(int)
    def moveDay(self, by: int) -> None:
        """To another day, not after today and not too far back."""
        day = self._draft.day + timedelta(days=by)
        if self._today - timedelta(days=KEPT_DAYS) <= day <= self._today:
            self._draft = Draft(day, self._draft.entry)
            self.changed.emit()

    @Slot(str)
    def press(self, digit: str) -> None:
        """A digit; the first one after a field was picked replaces what stood there."""
        typed = ("" if self._fresh else self._typed[self._field]) + digit
        self._fresh = False
        if len(typed) <= DIGITS[self._field]:
            self._typed[self._field] = str(int(typed))
        self.changed.emit()

    @Slot()
    def erase(self) -> None:
        self._fresh = False
        self._typed[self._field] = self._typed[self._field][:-1]
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        self._typed[self._field] = ""
        self.changed.emit()

    @Slot(str)
    def correct(self, entry: str) -> None:
        """Take an earlier entry onto the pad; a second touch lets it go."""
        one = next((one for one in self._entries if one.entry == entry), None)
        if one is None or entry == self._draft.entry:
            self._empty()
            return
        self._draft = Draft(date.fromisoformat(one.day), entry)
        self._typed = {"people": str(one.people), "groups": str(one.groups)}
        self._band = one.band
        self.pickField("people")

    @Slot()
    def keep(self) -> None:
        """Record what stands on the pad."""
        if not self.usable:
            return
        entry = self._draft.entry or uuid7(self._parts.clock.utc_ms())
        people, groups = int(self._typed["people"]), int(self._typed["groups"])
        event = HeadcountEntered(self._role, entry, self._draft.day.isoformat(), "", self._band, people, groups)
        self._parts.store.append(event, None)
        taken_back = people == 0
        self._message = self._parts.say("staff.headcount_back" if taken_back else "staff.headcount_kept", people=people)
        self._empty()
        self._read()
        self._kept()

    @property
    def _today(self) -> date:
        return datetime.fromtimestamp(self._parts.clock.utc_ms() / 1000).date()

    def _empty(self) -> None:
        self._draft = Draft(self._today)
        self._typed = {"people": "", "groups": "1"}
        self.pickField("people")

    def _read(self) -> None:
        """Read what was entered lately, after what was just recorded."""

        def show(found: list[HeadcountEntered]) -> None:
            self._entries = found
            self.changed.emit()

        def read() -> list[HeadcountEntered]:
            self._parts.store.flush(5)
            with self._parts.store.read() as connection:
                return entered(connection)

        def unread(_: Exception) -> None:
            self._message = self._parts.say("staff.ledger_uncounted")
            self.changed.emit()

        self._background.run(read, show, failed=unread, expected=sqlite3.Error)


def entered(connection: sqlite3.Connection) -> list[HeadcountEntered]:
    """All entries as they stand now, the last one first; those taken back are gone."""
    rows = connection.execute(
        f"SELECT version, body FROM journal_entry WHERE kind = '{HeadcountEntered.kind}' AND origin = 0"
        " ORDER BY position DESC LIMIT 200"
    )
    found: dict[str, HeadcountEntered] = {}
    for version, body in rows:
        event = from_body(HeadcountEntered.kind, version, json.loads(body))
        if isinstance(event, HeadcountEntered):
            found.setdefault(event.entry, event)
    return [one for one in found.values() if one.people > 0]
