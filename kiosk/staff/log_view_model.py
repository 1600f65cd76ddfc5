"""The page that shows what staff did. It is read only, for everybody."""

import sqlite3
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.staff.background import Background
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.staff.staff_log import Act, page, week

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
ROWS = 7
FLUSH_S = 0.5
"""So long the page waits for what was done a moment ago to be on disk."""


@QmlElement
class LogViewModel(QObject):
    """`rows` are `{"day", "time", "role", "what"}`, one screenful at a time."""

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._skip = 0
        self._acts: list[Act] = []
        self._counts: dict[str, int] = {}
        self._message = ""

    working = False

    def arrive(self) -> None:
        """The newest first."""
        self._skip = 0
        self._look()

    def stop(self) -> None:
        """Nothing runs for long here."""

    @Property(list, notify=changed)
    def rows(self) -> list[dict[str, Any]]:
        return [act.told(self._parts.language()) for act in self._acts]

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(int, notify=changed)
    def opened(self) -> int:
        """How often the door was opened in the last seven days."""
        return self._counts.get("opened", 0)

    @Property(int, notify=changed)
    def wrong(self) -> int:
        """How many wrong PINs there were in the last seven days."""
        return self._counts.get("wrong_pin", 0)

    @Property(int, notify=changed)
    def locked(self) -> int:
        """How often the door was shut in the last seven days."""
        return self._counts.get("locked", 0)

    @Property(int, notify=changed)
    def first(self) -> int:
        """The place of the first row shown, from 1."""
        return self._skip + 1 if self._acts else 0

    @Property(int, notify=changed)
    def last(self) -> int:
        return self._skip + len(self._acts)

    @Property(int, notify=changed)
    def total(self) -> int:
        return self._counts.get("all", 0)

    @Slot()
    def newer(self) -> None:
        self._skip = max(0, self._skip - ROWS)
        self._look()

    @Slot()
    def older(self) -> None:
        if self._skip + ROWS < self._counts.get("all", 0):
            self._skip += ROWS
            self._look()

    def _look(self) -> None:
        self._background.run(self._read, self._show, failed=self._unread, expected=sqlite3.Error)

    def _read(self) -> tuple[list[Act], dict[str, int]]:
        self._parts.store.flush(FLUSH_S)
        with self._parts.store.read() as connection:
            return page(connection, self._skip, ROWS), week(connection, self._parts.clock.utc_ms())

    def _show(self, found: tuple[list[Act], dict[str, int]]) -> None:
        self._acts, self._counts = found
        self._message = ""
        self.changed.emit()

    def _unread(self, _: Exception) -> None:
        self._message = self._parts.say("staff.not_read")
        self.changed.emit()
