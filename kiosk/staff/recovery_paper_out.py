"""A new recovery code on its way to paper: printed, or as a PDF on a stick, never in the kiosk's own folder."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.exports.privacy_ground import Ground
from kiosk.exports.recovery_paper import recovery_paper
from kiosk.staff.background import Background
from kiosk.staff.export_choices import file_name
from kiosk.staff.parts import StaffParts
from kiosk.staff.privacy_paper_out import PaperOut

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class RecoveryPaper(QObject):
    """`code()` gives the code in groups while it is shown, empty afterwards."""

    def __init__(
        self, parts: StaffParts, background: Background, code: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._code = code
        self._out = PaperOut(parts, background, self)

    @Property(PaperOut, constant=True)
    def out(self) -> PaperOut:
        return self._out

    def begin(self) -> None:
        """A new code: nothing was done with it yet."""
        self._out.clear()

    @Slot()
    def save(self) -> None:
        """As a PDF on the stick."""
        if not self._out.hasStick:
            self._out.failed(KioskError("staff.recovery_no_stick"))
        elif make := self._maker():
            name = file_name(self._parts.say("privacy_papers.recovery_file"), self._parts.clock.utc_ms(), "pdf")
            self._out.save(name, make, stick_only=True)  # it may be pulled while the paper is made

    @Slot()
    def print(self) -> None:
        """From the printer."""
        if make := self._maker():
            self._out.print(make)

    def _maker(self) -> Callable[[], bytes] | None:
        code, parts, values = self._code(), self._parts, self._out.values()
        if not code:
            return None
        made = datetime.fromtimestamp(parts.clock.utc_ms() / 1000).date().isoformat()

        def make() -> bytes:
            return recovery_paper(Ground(values, "", made, parts.language()), code)

        return make
