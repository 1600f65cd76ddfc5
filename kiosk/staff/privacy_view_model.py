"""隐私: what matters today, and the ways on to requests, papers, terms, breach steps and the two logs."""

import sqlite3
from typing import Any

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.staff.background import Background
from kiosk.staff.parts import StaffParts
from kiosk.staff.privacy_look import SOON_DAYS, Look, look, notices
from kiosk.staff.roles import Role, may_open
from kiosk.store.state import local_moment

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
DOORS = {
    "requests": "people-two",
    "privacy_papers": "export",
    "terms": "clock",
    "breach": "warning",
    "accesses": "speaker",
    "log": "flag",
}
"""The pages behind this one, each with its icon."""


@QmlElement
class PrivacyViewModel(QObject):
    """`doors` are as those of the booth; `facts` are `{"name", "value"}`."""

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._look: Look | None = None
        self._message = ""

    working = False

    def arrive(self) -> None:
        """Look what waits."""
        keeper, parts = self._parts.keeper, self._parts
        if keeper is None:
            return

        def work() -> Look:
            return look(keeper.guardian(), parts.store, parts.clock.utc_ms())

        self._background.run(work, self._show, failed=self._unread, expected=(KioskError, sqlite3.Error))

    def stop(self) -> None:
        """Nothing runs for long here."""

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        return self._look is not None

    @Property(list, notify=changed)
    def doors(self) -> list[dict[str, Any]]:
        """The pages this role may go on to: `{"key", "name", "value", "note", "icon", "loud"}`."""
        return [
            {
                "key": key,
                "name": self._say(f"door_{key}"),
                "value": self._value(key),
                "note": self._note(key),
                "icon": icon,
                "loud": self._loud(key),
            }
            for key, icon in DOORS.items()
            if may_open(self._role, key)
        ]

    @Property(list, notify=changed)
    def facts(self) -> list[dict[str, str]]:
        """Who is in charge, and how much there is."""
        found = self._look
        if found is None:
            return []
        values = {
            "officer": found.officer or self._say("officer_none"),
            "forms": self._say("count_forms", count=found.forms),
            "takes": self._say("count_takes", count=found.takes),
            "receipts": self._say("count_receipts", count=found.receipts),
        }
        return [{"key": key, "name": self._say(f"fact_{key}"), "value": value} for key, value in values.items()]

    @Property(list, notify=changed)
    def notices(self) -> list[str]:
        """What to do, the most pressing first."""
        if self._message:
            return [self._message]
        return notices(self._look, self._parts.say) if self._look else []

    def _value(self, key: str) -> str:
        """The word on a door."""
        found = self._look
        if found is None:
            return "…"
        told = {
            "requests": self._say("value_requests", count=len(found.requests)),
            "privacy_papers": self._say("value_papers", year=found.audit.year),
            "terms": self._say("value_terms", count=found.ending),
            "breach": self._say("value_breach" if found.incidents else "value_breach_none", count=len(found.incidents)),
            "accesses": self._say("value_whole" if found.whole else "value_broken"),
            "log": self._say("value_log"),
        }
        return told[key]

    def _note(self, key: str) -> str:
        found = self._look
        if found is None:
            return ""
        if key == "requests" and found.requests:
            due = found.requests[0].due.strftime("%m-%d")
            return self._say("note_late", count=found.late) if found.late else self._say("note_due", day=due)
        if key == "privacy_papers" and found.audit.wanted:
            return self._say("note_audit_left" if found.audit.days >= 0 else "note_audit_over", days=found.audit.days)
        if key == "terms":
            ran = found.ran
            return self._say("note_ran", day=local_moment(ran[0])[5:10]) if ran else self._say("note_ran_never")
        if key == "breach" and found.late_steps:
            return self._say("note_late_steps", count=found.late_steps)
        return ""

    def _loud(self, key: str) -> bool:
        """Whether it cannot wait."""
        found = self._look
        if found is None:
            return False
        if key == "requests" and found.requests:
            return found.requests[0].days_left(found.today) <= SOON_DAYS
        loud = {"privacy_papers": found.audit.wanted, "breach": bool(found.incidents), "accesses": not found.whole}
        return loud.get(key, False)

    def _say(self, name: str, **params: object) -> str:
        return self._parts.say(f"privacy_staff.{name}", **params)

    def _show(self, found: Look) -> None:
        self._look, self._message = found, ""
        self.changed.emit()

    def _unread(self, error: Exception) -> None:
        self._message = self._parts.tell(error) if isinstance(error, KioskError) else self._parts.say("staff.not_read")
        self.changed.emit()
