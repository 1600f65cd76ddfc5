"""A receipt of an erasure: on the screen, on paper, or as a PDF on a stick."""

from datetime import datetime

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.words import say
from kiosk.privacy.erasure import Receipt
from kiosk.staff.background import Background
from kiosk.staff.parts import StaffParts
from kiosk.staff.privacy_paper_out import Make, PaperOut

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1


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
    """`lines` are empty until a receipt is shown; `out` tells what became of its paper."""

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._receipt: Receipt | None = None
        self._out = PaperOut(parts, background, self)

    def show(self, receipt: Receipt) -> None:
        """This one, from now on."""
        self._receipt = receipt
        self._out.clear()
        self.changed.emit()

    @Property(list, notify=changed)
    def lines(self) -> list[str]:
        """What stands on it."""
        return self._receipt.lines(self._parts.language()) if self._receipt else []

    @Property(PaperOut, constant=True)
    def out(self) -> PaperOut:
        return self._out

    @Slot()
    def print(self) -> None:
        """On paper."""
        if self._receipt is not None:
            self._out.print(self._maker(self._receipt))

    @Slot()
    def save(self) -> None:
        """As a PDF on the stick."""
        if self._receipt is not None:
            name = self._parts.say("booth_staff.receipt_file", id=self._receipt.id)
            self._out.save(name, self._maker(self._receipt), stick_only=True)

    def _maker(self, receipt: Receipt) -> Make:
        base, language = str(self._out.values()["base_name"]), self._parts.language()
        return lambda: sheet(receipt, base, language)
