"""A paper of the privacy office on its way out: printed, or as a file on the stick (else in the kiosk's own folder)."""

import sqlite3
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.devices.stick_writing import StickWriter
from kiosk.exports.writing import write_bytes
from kiosk.staff.background import Background
from kiosk.staff.parts import StaffParts
from kiosk.staff.stick_saving import Saved, save
from kiosk.store import settings

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
A4_MM = (210.0, 297.0)
Make = Callable[[], bytes]


@QmlElement
class PaperOut(QObject):
    """`message` tells what became of the last paper; `busy` while one is being made."""

    changed = Signal()
    _printed = Signal(object)

    def __init__(self, parts: StaffParts, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._writer = StickWriter()
        self._message, self._good, self._busy = "", True, False
        self._printed.connect(self._was_printed)
        parts.drives.changed.connect(self.changed)

    def clear(self) -> None:
        """Nothing was done yet."""
        self._message, self._good, self._busy = "", True, False
        self.changed.emit()

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(bool, notify=changed)
    def good(self) -> bool:
        return self._good

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._busy

    @Property(bool, notify=changed)
    def canPrint(self) -> bool:
        """Whether the base has a printer for A4."""
        return bool(self.values()["printer"] == "system")

    @Property(bool, notify=changed)
    def hasStick(self) -> bool:
        """Whether a stick is in that can be written."""
        return any(self._writer.may_write(stick) for stick in self._parts.drives.sticks)

    def values(self) -> dict[str, settings.Value]:
        """The settings; the untouched ones when they cannot be read: a paper must get out all the same."""
        try:
            with self._parts.store.read() as connection:
                return settings.read_all(connection)
        except sqlite3.Error:
            return {key: one.default for key, one in settings.SETTINGS.items()}

    def print(self, make: Make) -> None:
        """On paper."""
        if not self._busy:
            self._begin()
            self._background.run(make, self._submit, failed=self.failed, expected=(KioskError, sqlite3.Error))

    def save(
        self, name: str, make: Make, then: Callable[[Saved], None] | None = None, *, stick_only: bool = False
    ) -> None:
        """As the file `name`; `then` is called with where it is."""
        if self._busy:
            return
        self._begin()

        def work() -> Saved:
            content = make()
            return save(
                self._parts, name, lambda out: write_bytes(content, 0, out), self._writer, stick_only=stick_only
            )

        def saved(found: Saved) -> None:
            self.tell(found.told(self._parts))
            if then:
                then(found)

        self._background.run(work, saved, failed=self.failed, expected=(KioskError, sqlite3.Error))

    def tell(self, message: str) -> None:
        """Good news."""
        self._busy, self._message, self._good = False, message, True
        self.changed.emit()

    def failed(self, error: Exception) -> None:
        """What went wrong, and what to do."""
        told = self._parts.tell(error) if isinstance(error, KioskError) else self._parts.say("staff.not_read")
        self._busy, self._message, self._good = False, told, False
        self.changed.emit()

    def _begin(self) -> None:
        self._busy, self._message, self._good = True, self._parts.say("privacy_staff.making"), True
        self.changed.emit()

    def _submit(self, pdf: bytes) -> None:
        self._parts.printer.submit(pdf, A4_MM, self._printed.emit)

    def _was_printed(self, error: Any) -> None:
        if error:
            self.failed(error)
        else:
            self.tell(self._parts.say("privacy_staff.printed"))
