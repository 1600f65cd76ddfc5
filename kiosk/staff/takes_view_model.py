"""The first page of the booth behind the PIN: what waits, who is in there now, and the ways on."""

import sqlite3
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.packs.studio import readings
from kiosk.staff.background import Background
from kiosk.staff.consents_forms import Form, read_forms
from kiosk.staff.parts import StaffParts, span
from kiosk.staff.roles import Role, may_open
from kiosk.staff.takes_shown import SOON_DAYS, Kept, kept
from kiosk.store import settings

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
TICK_MS = 1_000
DOORS = {
    "review": "speaker",
    "consents": "people-two",
    "works": "star-full",
    "studio": "microphone",
    "booth_rules": "gear",
}
"""The pages behind this one, each with its icon."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one look gave. `values` are the base's settings."""

    takes: tuple[Kept, ...]
    works: int
    readings: int
    forms: tuple[Form, ...]
    terms: str
    values: dict[str, Any]


@QmlElement
class TakesViewModel(QObject):
    """`doors` lead on; `guests` are the numbers of the forms that are in the booth now."""

    changed = Signal()
    guestsChanged = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._seen: Seen | None = None
        self._message = ""
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.guestsChanged)
        self._timer.start()

    working = False

    def arrive(self) -> None:
        """Look what waits."""
        self.guestsChanged.emit()

        def work() -> Seen | None:
            if self._parts.keeper is None:
                return None
            guardian = self._parts.keeper.guardian()
            with self._parts.store.read() as connection:
                values = settings.read_all(connection)
            return Seen(
                tuple(kept(guardian, "pending", "held")),
                len(guardian.takes.all("approved")),
                len(readings(self._parts.home)),
                tuple(read_forms(guardian.consents)),
                guardian.terms(),
                values,
            )

        self._background.run(work, self._show, failed=self._unread, expected=(KioskError, sqlite3.Error))

    def stop(self) -> None:
        """Nothing runs for long here."""
        self._timer.stop()

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether the numbers are there."""
        return self._seen is not None

    @Property(list, constant=True)
    def doors(self) -> list[dict[str, Any]]:
        """The pages this role may go on to: `{"key", "name", "icon"}`; never set anew, for a finger may lie on one."""
        name = self._parts.say
        return [
            {"key": key, "name": name(f"booth_staff.door_{key}"), "icon": icon}
            for key, icon in DOORS.items()
            if may_open(self._role, key)
        ]

    @Property(dict, notify=changed)
    def facts(self) -> dict[str, dict[str, Any]]:
        """What stands on each door: `{"value", "note", "loud"}`."""
        return {
            key: {
                "value": self._value(key),
                "note": self._note(key),
                "loud": key == "review" and self._soonest() <= SOON_DAYS,
            }
            for key in DOORS
        }

    @Property(list, notify=guestsChanged)
    def guests(self) -> list[str]:
        """The forms of those who are in the booth now."""
        return [guest.form for guest in self._parts.keeper.guests.present()] if self._parts.keeper else []

    @Property(str, notify=guestsChanged)
    def guestsLeft(self) -> str:
        """How long they may stay."""
        left = self._parts.keeper.guests.left_ms() if self._parts.keeper else 0
        return self._parts.say("booth_staff.guests_left", wait=span(left, self._parts.say)) if left else ""

    @Property(list, notify=changed)
    def notices(self) -> list[str]:
        """What to look after, most pressing first."""
        say, seen = self._parts.say, self._seen
        if seen is None:
            return [self._message] if self._message else []
        mode, told = seen.values["booth_mode"], []
        if mode != "consent":
            told.append(say(f"booth_staff.mode_is_{mode}"))
        elif not seen.values["privacy_officer"].strip():
            told.append(say("booth_staff.nobody_named"))
        if danger := sum("child_in_danger" in one.take.reasons for one in seen.takes):
            told.append(say("booth_staff.danger_waits", count=danger))
        if seen.takes and self._soonest() <= SOON_DAYS:
            told.append(say("booth_staff.ends_soon", days=self._soonest()))
        if old := self._outdated():
            told.append(say("booth_staff.forms_outdated", count=old))
        return told

    @Slot()
    def sendOut(self) -> None:
        """Nobody is in the booth any more."""
        if self._parts.keeper:
            self._parts.keeper.guests.leave()
            self._parts.door.record(self._role, "guests_out")
            self.guestsChanged.emit()

    def _value(self, key: str) -> str:
        """The number on a door."""
        seen = self._seen
        if seen is None:
            return "…"
        if key == "booth_rules":
            return self._parts.say(f"booth_staff.mode_{seen.values['booth_mode']}")
        numbers = {
            "review": len(seen.takes),
            "works": seen.works,
            "studio": seen.readings,
            "consents": sum(bool(one.kinds) for one in seen.forms),
        }
        return str(numbers[key])

    def _note(self, key: str) -> str:
        """The word beside the number."""
        if self._seen and key == "review" and self._seen.takes:
            return self._parts.say("booth_staff.note_soonest", days=self._soonest())
        if key == "consents" and self._outdated():
            return self._parts.say("booth_staff.note_outdated", count=self._outdated())
        return ""

    def _soonest(self) -> int:
        """Days until the next term ends; many when nothing waits."""
        now = self._parts.clock.utc_ms()
        return min((one.days_left(now) for one in self._seen.takes), default=9_999) if self._seen else 9_999

    def _outdated(self) -> int:
        seen = self._seen
        return sum(bool(one.kinds) and not one.current(seen.terms) for one in seen.forms) if seen else 0

    def _show(self, seen: Seen | None) -> None:
        self._seen = seen
        self._message = ""
        self.changed.emit()

    def _unread(self, error: Exception) -> None:
        self._message = self._parts.tell(error) if isinstance(error, KioskError) else self._parts.say("staff.not_read")
        self.changed.emit()
