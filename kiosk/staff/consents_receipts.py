"""A receipt of an erasure: on the screen, on paper, or as a PDF on a stick."""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.core.words import say
from kiosk.devices.flush import flush_stick
from kiosk.devices.stick_writing import StickWriter
from kiosk.packs.pack_build import write_whole
from kiosk.privacy.erasure import Receipt
from kiosk.staff.background import Background
from kiosk.staff.parts import StaffParts
from kiosk.store import settings

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
A4_MM = (210.0, 297.0)
T = TypeVar("T")


def sheet(receipt: Receipt, base: str, language: str) -> bytes:
    """The receipt as a PDF to sign. Loads the papers' library."""
    from kiosk.exports.paper import Paper

    title, *lines = receipt.lines(language)
    made = datetime.fromtimestamp(receipt.utc_ms / 1000).date().isoformat()
    paper = Paper(title, base=base, made=made, subtitle=lines[-1], language=language)
    for line in lines:
        paper.paragraph(line)
    paper.heading(say("booth_staff.receipt_ids", language))
    paper.table([say("booth_staff.receipt_id", language)], [[one] for one in receipt.takes])
    paper.lines([say("booth_staff.receipt_staff", language), say("booth_staff.receipt_guardian", language)])
    return paper.bytes()


@QmlElement
class ConsentsReceipt(QObject):
    """`lines` are empty until a receipt is shown."""

    changed = Signal()
    _printed = Signal(object)

    def __init__(self, parts: StaffParts, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._writer = StickWriter()
        self._receipt: Receipt | None = None
        self._message, self._good, self._busy = "", True, False
        self._printed.connect(self._was_printed)
        parts.drives.changed.connect(self.changed)

    def show(self, receipt: Receipt) -> None:
        """This one, from now on."""
        self._receipt, self._message, self._busy = receipt, "", False
        self.changed.emit()

    @Property(list, notify=changed)
    def lines(self) -> list[str]:
        """What stands on it."""
        return self._receipt.lines(self._parts.language()) if self._receipt else []

    @Property(str, notify=changed)
    def message(self) -> str:
        """What became of the paper."""
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
        return bool(self._values()["printer"] == "system")

    @Property(bool, notify=changed)
    def canSave(self) -> bool:
        """Whether a stick is in that can be written."""
        return any(self._writer.may_write(stick) for stick in self._parts.drives.sticks)

    @Slot()
    def print(self) -> None:
        """On paper."""
        if self._receipt is None or self._busy:
            return
        self._work(self._sheet(self._receipt), lambda pdf: self._parts.printer.submit(pdf, A4_MM, self._printed.emit))

    @Slot()
    def save(self) -> None:
        """As a PDF on the stick."""
        stick = next((one for one in self._parts.drives.sticks if self._writer.may_write(one)), None)
        if self._receipt is None or self._busy or stick is None:
            return
        name = self._parts.say("booth_staff.receipt_file", id=self._receipt.id)
        make = self._sheet(self._receipt)

        def write() -> None:
            pdf = make()
            try:
                with self._writer.opened(stick) as folder:
                    write_whole(folder / name, pdf)
                    flush_stick(folder)
            except OSError as error:
                raise KioskError("booth_staff.stick_refused", repr(error)) from error

        self._work(write, lambda _: self._tell("booth_staff.receipt_saved", name=name))

    def _work(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._busy, self._message = True, self._parts.say("booth_staff.receipt_making")
        self._good = True
        self.changed.emit()
        self._background.run(work, then, failed=self._failed, expected=KioskError)

    def _sheet(self, receipt: Receipt) -> Callable[[], bytes]:
        base, language = str(self._values()["base_name"]), self._parts.language()
        return lambda: sheet(receipt, base, language)

    def _was_printed(self, error: KioskError | None) -> None:
        if error:
            self._failed(error)
        else:
            self._tell("booth_staff.receipt_printed")

    def _tell(self, code: str, **params: object) -> None:
        self._busy, self._message, self._good = False, self._parts.say(code, **params), True
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        assert isinstance(error, KioskError)
        self._busy, self._message, self._good = False, self._parts.tell(error), False
        self.changed.emit()

    def _values(self) -> dict[str, Any]:
        """The base's settings; the defaults when they cannot be read."""
        try:
            with self._parts.store.read() as connection:
                return settings.read_all(connection)
        except sqlite3.Error:
            return {key: one.default for key, one in settings.SETTINGS.items()}
