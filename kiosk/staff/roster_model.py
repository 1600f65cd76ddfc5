"""Bringing a school's list from a stick: what was kept, what was dropped at the door."""

import sqlite3
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.packs.roster import Roster, read_roster
from kiosk.packs.roster_keeping import keep_roster, roster_lines
from kiosk.staff.background import Background
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.staff.stick_model import StickModel

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
ENDINGS = frozenset((".xlsx", ".xls", ".ods", ".csv"))


@QmlElement
class RosterModel(QObject):
    """`kept()` is called once classes came in. `lines` tell of the last list; `good` whether it came in."""

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
        self._parts, self._background, self._role, self._kept = parts, background, role, kept
        self._stick = StickModel(parts, background, self, ENDINGS, "codes.roster_empty")
        self._lines: list[str] = []
        self._file = ""
        self._good, self._busy = True, False

    def begin(self) -> None:
        """See which files are there."""
        self._lines, self._file = [], ""
        self._stick.look()
        self.changed.emit()

    @Property(QObject, constant=True)
    def stick(self) -> QObject:
        return self._stick

    @Property(list, notify=changed)
    def lines(self) -> list[str]:
        return self._lines

    @Property(str, notify=changed)
    def file(self) -> str:
        """The last file's name."""
        return self._file

    @Property(bool, notify=changed)
    def good(self) -> bool:
        return self._good

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._busy

    @Slot(int)
    def choose(self, index: int) -> None:
        """A file was touched: it is read, and what may be kept of it is."""
        if self._busy:
            return
        path = self._stick.file(index).path
        self._file, self._busy, self._lines = path.name, True, []
        self.changed.emit()
        store, role = self._parts.store, self._role

        def work() -> tuple[Roster, dict[str, list[str]]]:
            roster = read_roster(path)
            return roster, keep_roster(store, roster, role)

        self._background.run(work, self._told, failed=self._failed, expected=(KioskError, sqlite3.Error))

    def _told(self, found: tuple[Roster, dict[str, list[str]]]) -> None:
        roster, kept = found
        for key, value in kept.items():
            self._parts.setting_changed(key, value)
        self._show(roster_lines(roster, self._parts.language()), good=True)
        self._kept()

    def _failed(self, error: Exception) -> None:
        told = self._parts.tell(error) if isinstance(error, KioskError) else self._parts.say("staff.not_kept")
        self._show([told], good=False)

    def _show(self, lines: list[str], *, good: bool) -> None:
        self._lines, self._good, self._busy = lines, good, False
        self.changed.emit()
