"""A paper on the staff screen: shown small, printed, or saved as a PDF on the stick."""

import base64
import sqlite3
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QBuffer, QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.devices.stick_writing import StickWriter
from kiosk.exports.writing import write_whole
from kiosk.staff.background import Background
from kiosk.staff.parts import StaffParts
from kiosk.store import settings
from kiosk.takeaway import paint
from kiosk.ui.family import loaded_family

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
PREVIEW = 720
"""A preview's width in pixels."""
ROOM = 8 << 20
"""No paper is larger, in bytes."""
MakeSheets = Callable[[], list[paint.Sheet]]
"""Makes the pages, off the screen's thread."""


def as_url(image: QImage) -> str:
    """The picture as an Image's source."""
    held = QBuffer()
    held.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(held, "PNG")  # type: ignore[call-overload]
    return "data:image/png;base64," + base64.b64encode(held.data().data()).decode("ascii")


@QmlElement
class CodesPapers(QObject):
    """`show(make, name)` begins with a paper; `out` comes when one was printed or saved; `forget` drops it."""

    changed = Signal()
    out = Signal(str)
    """`printed` or `saved`."""
    _printed = Signal(object)

    def __init__(self, parts: StaffParts, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts, self._background = parts, background
        self._writer = StickWriter()
        self._make: MakeSheets | None = None
        self._name = self._preview = self._message = ""
        self._shape = 0.0
        self._number = 0
        self._good, self._busy = True, False
        self._printed.connect(self._was_printed)
        parts.drives.changed.connect(self.changed)

    def show(self, make: MakeSheets, name: str) -> None:
        """This paper from now on; `name` is its file's, without the ending."""
        self._make, self._name, self._message = make, name, ""
        self._number += 1
        number = self._number

        def draw() -> tuple[str, float]:
            first = make()[0]
            drawn = paint.picture(first, loaded_family(), PREVIEW)
            return as_url(drawn), first.room.width() / first.room.height()

        def shown(found: tuple[str, float]) -> None:
            if number == self._number:
                self._preview, self._shape = found
                self.changed.emit()

        self._background.run(draw, shown)
        self.changed.emit()

    def forget(self) -> None:
        """Nothing of it stays."""
        self._make, self._preview, self._message = None, "", ""
        self._number += 1
        self.changed.emit()

    @Property(str, notify=changed)
    def preview(self) -> str:
        """The first page as an Image's source; empty while it is drawn."""
        return self._preview

    @Property(float, notify=changed)
    def shape(self) -> float:
        """Its width by its height."""
        return self._shape

    @Property(str, notify=changed)
    def message(self) -> str:
        """What became of it."""
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
        return bool(self._printer() == "system" and self._make)

    @Property(bool, notify=changed)
    def canSave(self) -> bool:
        """Whether a stick is in that can be written."""
        return self._make is not None and any(map(self._writer.may_write, self._parts.drives.sticks))

    @Property(str, notify=changed)
    def hint(self) -> str:
        """What is missing for paper or file."""
        if self._make is None or self.canPrint or self.canSave:
            return ""
        return self._parts.say("codes.no_way_out")

    @Slot()
    def print(self) -> None:
        """On paper."""
        make = self._make
        if make is None or self._busy:
            return

        def work() -> tuple[bytes, tuple[float, float]]:
            sheets = make()
            paper = sheets[0].paper_mm
            return paint.pdf_of(sheets, loaded_family()), (paper.width(), paper.height())

        self._work(work, lambda made: self._parts.printer.submit(made[0], made[1], self._printed.emit))

    @Slot()
    def save(self) -> None:
        """As a PDF on the stick, read back and compared; nothing that lies there is overwritten."""
        make, name = self._make, self._name
        stick = next((one for one in self._parts.drives.sticks if self._writer.may_write(one)), None)
        if make is None or stick is None or self._busy:
            return

        def work() -> str:
            pdf = paint.pdf_of(make(), loaded_family())
            try:
                with self._writer.opened(stick) as folder:
                    path = next(
                        one
                        for number in range(1, 10_000)
                        if not (one := folder / f"{name}{f'-{number}' if number > 1 else ''}.pdf").exists()
                    )
                    write_whole(path, ROOM, lambda part: part.write_bytes(pdf))
            except OSError as error:
                raise KioskError("codes.stick_refused", repr(error)) from error
            return path.name

        self._work(work, lambda file: self._tell("codes.saved", "saved", name=file))

    def _work(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._busy, self._good = True, True
        self._message = self._parts.say("codes.making")
        self.changed.emit()
        self._background.run(work, then, failed=self._failed, expected=KioskError)

    def _was_printed(self, error: KioskError | None) -> None:
        if error:
            self._failed(error)
        else:
            self._tell("codes.printed", "printed")

    def _tell(self, code: str, how: str, **params: object) -> None:
        self._busy, self._good, self._message = False, True, self._parts.say(code, **params)
        self.changed.emit()
        self.out.emit(how)

    def _failed(self, error: Exception) -> None:
        assert isinstance(error, KioskError)
        self._busy, self._good, self._message = False, False, self._parts.tell(error)
        self.changed.emit()

    def _printer(self) -> str:
        try:
            with self._parts.store.read() as connection:
                return str(settings.read_all(connection)["printer"])
        except sqlite3.Error:
            return "none"
