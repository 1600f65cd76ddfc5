"""The page of who heard, reviewed or carried out which take, and of what was cleared away. It is read only."""

import sqlite3
from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.core.events import RetentionRan
from kiosk.privacy.access_log import Access
from kiosk.privacy.retention import last_run
from kiosk.staff.background import Background
from kiosk.staff.parts import StaffParts
from kiosk.staff.retention_told import told
from kiosk.staff.roles import Role
from kiosk.staff.takes_shown import moment

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
ROWS = 7


@dataclass(frozen=True, slots=True)
class Seen:
    """The log, whether its chain is whole, the newest retention run, and how many receipts of erasures there are."""

    entries: tuple[Access, ...] = ()
    whole: bool = True
    ran: tuple[int, RetentionRan] | None = None
    receipts: int = 0


@QmlElement
class AccessesViewModel(QObject):
    """`rows` are `{"when", "role", "what"}`, one screenful at a time."""

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._seen = Seen()
        self._skip = 0
        self._message = ""

    working = False

    def arrive(self) -> None:
        """The newest first."""
        self._skip = 0
        keeper = self._parts.keeper
        if keeper is None:
            return

        def work() -> Seen:
            guardian = keeper.guardian()
            return Seen(
                tuple(guardian.access.entries()),
                guardian.access.is_whole(),
                last_run(self._parts.store),
                len(guardian.erasure.receipts()),
            )

        self._background.run(work, self._show, failed=self._unread, expected=(KioskError, sqlite3.Error))

    def stop(self) -> None:
        """Nothing runs for long here."""

    @Property(list, notify=changed)
    def rows(self) -> list[dict[str, str]]:
        say = self._parts.say
        return [
            {
                "when": moment(one.utc_ms),
                "role": say(f"staff.role_{one.role}"),
                "what": self._what(one),
            }
            for one in self._seen.entries[self._skip : self._skip + ROWS]
        ]

    @Property(bool, notify=changed)
    def whole(self) -> bool:
        """Whether nothing was changed or left out."""
        return self._seen.whole

    @Property(str, notify=changed)
    def chain(self) -> str:
        """The same as a sentence."""
        return self._parts.say("booth_staff.chain_whole" if self._seen.whole else "booth_staff.chain_broken")

    @Property(str, notify=changed)
    def retention(self) -> str:
        """When what had outlived its term was cleared away, and how much that was."""
        return told(self._seen.ran, self._parts.clock.utc_ms(), self._parts.say)

    @Property(int, notify=changed)
    def receipts(self) -> int:
        """How many erasures there were, each with its receipt."""
        return self._seen.receipts

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(int, notify=changed)
    def first(self) -> int:
        """The place of the first row shown, from 1."""
        return self._skip + 1 if self._seen.entries else 0

    @Property(int, notify=changed)
    def last(self) -> int:
        return min(self._skip + ROWS, len(self._seen.entries))

    @Property(int, notify=changed)
    def total(self) -> int:
        return len(self._seen.entries)

    @Slot()
    def newer(self) -> None:
        self._skip = max(0, self._skip - ROWS)
        self.changed.emit()

    @Slot()
    def older(self) -> None:
        if self._skip + ROWS < len(self._seen.entries):
            self._skip += ROWS
            self.changed.emit()

    def _what(self, one: Access) -> str:
        """The entry as a sentence; what a newer program wrote is shown by its code."""
        say = self._parts.say
        verdict, _, reasons = one.reason.partition(",")
        try:
            if one.act == "reviewed":
                why = [say(f"booth_staff.reason_{code}") for code in reasons.split(",") if code]
                told = say(f"booth_staff.access_{verdict}", take=one.take[:6])
                return f"{told} {say('staff.list_comma').join(why)}".strip()
            name = f"hear_{one.reason}" if one.act == "heard" else f"release_{one.reason}"
            return say(f"booth_staff.access_{one.act}", take=one.take[:6], why=say(f"booth_staff.{name}"))
        except KeyError:
            return f"{one.act} {one.take[:6]} {one.reason}"

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        self._message = ""
        self.changed.emit()

    def _unread(self, error: Exception) -> None:
        self._message = self._parts.tell(error) if isinstance(error, KioskError) else self._parts.say("staff.not_read")
        self.changed.emit()
