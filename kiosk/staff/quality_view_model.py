"""The page of item quality: which items may be wrong, why, and a file of them for their author."""

import sqlite3
from datetime import datetime
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.core.events import ItemFlagged
from kiosk.core.words import say
from kiosk.exports.item_quality import STAFF_REASONS, Quality, flags_file, qualities
from kiosk.staff import quality_shown as shown
from kiosk.staff.background import Background
from kiosk.staff.giving_up import GivenUp, Progress
from kiosk.staff.long_work import LongWork
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.staff.stick_saving import Saved, save

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
PATIENCE_S = 5.0


@QmlElement
class QualityViewModel(QObject):
    """`items` are all that have enough answers, the doubtful first; one of them is looked at."""

    changed = Signal()
    listed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._work = LongWork(background, self)
        self._work.changed.connect(self.changed)
        self._found: list[Quality] | None = None
        self._hash = ""
        self._message = ""
        self._good = True

    @property
    def working(self) -> bool:
        """Whether a file is being written."""
        return bool(self._work.running)

    def arrive(self) -> None:
        """Look at all answers anew."""
        self._message = ""
        self._look()

    def stop(self) -> None:
        """Give up a file that is being written."""
        self._work.giveUp()

    @Property(LongWork, constant=True)
    def work(self) -> LongWork:
        return self._work

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether the answers were looked at."""
        return self._found is not None

    @Property(int, notify=changed)
    def doubtful(self) -> int:
        """How many items are in doubt."""
        return sum(one.doubtful for one in self._found or ())

    @Property(int, notify=changed)
    def judged(self) -> int:
        """How many items there are to judge."""
        return len(self._found or ())

    @Property(list, notify=listed)
    def items(self) -> list[dict[str, Any]]:
        """The list: `key`, `text`, `about`, `share` right from 0 to 1, `doubtful`."""
        return [shown.row(one, self._parts.language()) for one in self._found or ()]

    @Property(str, notify=changed)
    def chosen(self) -> str:
        """Which item is looked at, by its hash."""
        return self._hash

    @Property(dict, notify=changed)
    def detail(self) -> dict[str, Any]:
        """The item that is looked at, as `quality_shown.detail`; empty when there is none."""
        one = self._one()
        return shown.detail(one, self._parts.language()) if one else {}

    @Property(list, notify=changed)
    def reasons(self) -> list[dict[str, str]]:
        """Why staff may doubt it."""
        return [{"key": key, "name": self._parts.say(f"item_quality.staff_{key}")} for key in STAFF_REASONS]

    @Property(str, notify=changed)
    def message(self) -> str:
        """What became of a flag or a file."""
        return self._message

    @Property(bool, notify=changed)
    def good(self) -> bool:
        return self._good

    @Slot(str)
    def choose(self, key: str) -> None:
        """Look at this item."""
        self._hash, self._message = key, ""
        self.changed.emit()

    @Slot(str)
    def flag(self, reason: str) -> None:
        """Note that the item that is looked at may be wrong, for its author."""
        one = self._one()
        if one is None or reason not in STAFF_REASONS:
            return
        item = one.item.id
        self._parts.store.append(ItemFlagged(self._role, item, one.figures.key, one.pack, reason), None)
        self._parts.door.record(self._role, "item_flagged", item)
        self._look()
        self._tell(say("item_quality.flagged", self._parts.language(), reason=shown.reason(reason, self._parts.say)))

    @Slot()
    def save(self) -> None:
        """Write the doubtful items as a workbook for their author."""
        parts, found, language = self._parts, list(self._found or ()), self._parts.language()
        if self._work.running:
            return
        if not any(one.doubtful for one in found):
            self._tell(parts.say("item_quality.nothing_to_save"), good=False)
            return
        moment = datetime.fromtimestamp(parts.clock.utc_ms() / 1000)
        name = f"{parts.say('item_quality.file')}-{moment:%Y%m%d-%H%M%S}.xlsx"

        def write(_: Progress) -> Saved:
            with parts.store.read() as connection:
                return save(parts, name, lambda path: flags_file(connection, found, language, path))

        self._work.run(parts.say("item_quality.saving"), write, self._saved, self._not_saved)

    def _one(self) -> Quality | None:
        return next((one for one in self._found or () if one.figures.key == self._hash), None)

    def _look(self) -> None:
        def read() -> list[Quality]:
            # A flag that was just set is on its way to the journal.
            self._parts.store.flush(PATIENCE_S)
            with self._parts.store.read() as connection:
                return qualities(connection)

        self._background.run(read, self._show, failed=self._unread, expected=sqlite3.Error)

    def _show(self, found: list[Quality]) -> None:
        self._found = found
        if self._one() is None:
            self._hash = found[0].figures.key if found else ""
        self.listed.emit()
        self.changed.emit()

    def _unread(self, _: Exception) -> None:
        self._tell(self._parts.say("class_report.unread"), good=False)

    def _saved(self, saved: Saved) -> None:
        self._parts.door.record(self._role, "flags_saved", f"{saved.file.name} sha256 {saved.written.sha256[:16]}")
        self._tell(saved.told(self._parts))

    def _not_saved(self, error: KioskError | GivenUp) -> None:
        said = self._parts.tell(error) if isinstance(error, KioskError) else self._parts.say("staff.export_given_up")
        self._tell(said, good=False)

    def _tell(self, message: str, *, good: bool = True) -> None:
        self._message, self._good = message, good
        self.changed.emit()
