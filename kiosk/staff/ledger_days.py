"""The first and the last day of a project, typed on the number pad as eight digits each; and what it is called."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.exports.ledger_period import Period, project
from kiosk.staff.background import Background
from kiosk.staff.ledger_titles import FILE, from_sticks, titles
from kiosk.staff.parts import StaffParts

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
DIGITS = 8
BLANK = "____-__-__"


@QmlElement
class LedgerDays(QObject):
    """`place` is 0 for the first day, 1 for the last; `taken(period)` is called with a project that makes sense."""

    changed = Signal()

    def __init__(
        self,
        parts: StaffParts,
        background: Background,
        taken: Callable[[Period], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._titles = [""]
        self._title = 0
        self._taken = taken
        self._typed = ["", ""]
        self._place = 0
        self._message = ""

    @Property(int, notify=changed)
    def place(self) -> int:
        return self._place

    @Property(str, notify=changed)
    def first(self) -> str:
        return dashed(self._typed[0])

    @Property(str, notify=changed)
    def last(self) -> str:
        return dashed(self._typed[1])

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(str, notify=changed)
    def title(self) -> str:
        """What the project is called."""
        return self._titles[self._title] or self._parts.say("staff.project_none")

    @Property(str, constant=True)
    def file(self) -> str:
        """The name of the file by which a stick brings titles."""
        return FILE

    def begin(self) -> None:
        """Nothing typed; the titles of this moment's sticks."""
        self.clear()
        sticks = tuple(self._parts.drives.sticks)
        self._background.run(lambda: from_sticks(sticks), self._brought)

    @Slot(int)
    def stepTitle(self, step: int) -> None:
        """The next title, or the one before."""
        self._title = (self._title + step) % len(self._titles)
        self.changed.emit()

    @Property(bool, notify=changed)
    def usable(self) -> bool:
        return all(len(typed) == DIGITS for typed in self._typed)

    @Slot(int)
    def pick(self, place: int) -> None:
        """Type the first or the last day."""
        self._place = place
        self._message = ""
        self.changed.emit()

    @Slot(str)
    def press(self, digit: str) -> None:
        """A digit; a whole first day leads on to the last."""
        self._message = ""
        if len(self._typed[self._place]) == DIGITS:
            self._typed[self._place] = ""
        self._typed[self._place] += digit
        if len(self._typed[0]) == DIGITS and self._place == 0:
            self._place = 1
        self.changed.emit()

    @Slot()
    def erase(self) -> None:
        if not self._typed[self._place] and self._place == 1:
            self._place = 0
        self._typed[self._place] = self._typed[self._place][:-1]
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        self._typed = ["", ""]
        self.pick(0)

    @Slot()
    def take(self) -> None:
        """The days are typed: a project, or a sentence that says what is wrong."""
        if not self.usable:
            return
        try:
            first, last = (date.fromisoformat(dashed(typed)) for typed in self._typed)
            period = project(first, last, self._titles[self._title])
        except ValueError:
            self._message = self._parts.say("staff.ledger_no_day")
        except KioskError as error:
            self._message = self._parts.tell(error)
        else:
            self._taken(period)
        self.changed.emit()

    def _brought(self, brought: list[str]) -> None:
        self._titles, self._title = titles(self._parts.language(), brought), 0
        self.changed.emit()


def dashed(typed: str) -> str:
    """Digits in the places of a day: `2026-11-__`."""
    digits = iter(typed)
    return "".join(next(digits, mark) if mark == "_" else mark for mark in BLANK)
