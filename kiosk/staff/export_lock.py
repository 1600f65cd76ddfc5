"""A lock for a file that leaves: a password made here, shown once, to be written down before the file is made."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exports.locking import grouped, new_password

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ExportLock(QObject):
    """`code` is the password in groups while it is shown, else empty."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on = False
        self._password = ""
        self._then: Callable[[str], None] | None = None

    @Property(bool, notify=changed)
    def on(self) -> bool:
        """Whether what is written next will be locked."""
        return self._on

    @Property(str, notify=changed)
    def code(self) -> str:
        return grouped(self._password)

    def ask(self, then: Callable[[str], None]) -> None:
        """Go on at once without a password, or with one that was written down."""
        if not self._on:
            then("")
            return
        self._password, self._then = new_password(), then
        self.changed.emit()

    @Slot()
    def turn(self) -> None:
        """Locked, or not."""
        self._on = not self._on
        self.changed.emit()

    @Slot()
    def goOn(self) -> None:
        """It is on paper: make the file, and forget it here."""
        password, then = self._password, self._then
        self.cancel()
        if then:
            then(password)

    @Slot()
    def cancel(self) -> None:
        """No file; the password was never used."""
        self._password, self._then = "", None
        self.changed.emit()
