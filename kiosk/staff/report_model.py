"""The report on a chosen file, as the page shows it."""

import sqlite3
from typing import Any

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.packs.check import Checked
from kiosk.staff.parts import StaffParts
from kiosk.staff.signing import Signature, names, signature
from kiosk.staff.stick_files import Candidate

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
MOST_PROBLEMS = 200
LEVELS = ("error", "warning", "hint")
"""What must be done stands before what may be done."""


@QmlElement
class ReportModel(QObject):
    """How many items are good, how many to mend, and each problem with its place and its remedy."""

    changed = Signal()

    def __init__(self, parts: StaffParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._problems: list[dict[str, Any]] = []
        self._signed = Signature()
        self.checked: Checked | None = None
        self.file: Candidate | None = None
        self.note = ""
        self.listed = False

    def show(self, checked: Checked | None, file: Candidate | None = None) -> None:
        """Stand for this file; for none with `None`."""
        self.checked, self.file, self.note, self.listed = checked, file, "", False
        self._problems = self._told(checked) if checked else []
        self._signed = self._signature()
        self.changed.emit()

    def tell(self, note: str, listed: bool) -> None:
        """Say what became of the list of errors; `listed`: it need not be written again."""
        self.note, self.listed = note, listed
        self.changed.emit()

    @Property(str, notify=changed)
    def fileName(self) -> str:
        return self.file.path.name if self.file else ""

    @Property(str, notify=changed)
    def signature(self) -> str:
        """Who signed a pack file, or that nobody did; empty for any other file."""
        return self._signed.text

    @Property(bool, notify=changed)
    def trusted(self) -> bool:
        """Whether it is a key of those that the base takes."""
        return self._signed.trusted

    @Property(bool, notify=changed)
    def hasItems(self) -> bool:
        """Whether the file brings items, and not only content of other kinds."""
        return bool(self.checked and self.checked.bank and self.checked.bank.items)

    @Property(int, notify=changed)
    def good(self) -> int:
        return self.checked.report.good if self.checked else 0

    @Property(int, notify=changed)
    def mend(self) -> int:
        return self.checked.report.mend if self.checked else 0

    @Property(int, notify=changed)
    def stored(self) -> int:
        """How many items would be installed."""
        return self.checked.report.stored if self.checked and self.checked.bank else 0

    @Property(bool, notify=changed)
    def listable(self) -> bool:
        """Whether the rows to mend can be written down for the teacher."""
        return self.checked is not None and bool(self.checked.faulty) and self.checked.bank_id != ""

    @Property(str, notify=changed)
    def refusal(self) -> str:
        """Why nothing of the file can be used; empty when some can."""
        if self.checked is None or self.checked.report.refused is None:
            return ""
        told = self.checked.report.refused.told(self._parts.language())
        return f"{told['what']}\n{told['how']}"

    @Property(str, notify=changed)
    def errorsNote(self) -> str:
        """What became of the list of errors; empty before anybody asked for it."""
        return self.note

    @Property(list, notify=changed)
    def problems(self) -> list[dict[str, Any]]:
        """The first of them, errors before all: `place`, `level` with its name, `what`, `how`."""
        return self._problems

    def _signature(self) -> Signature:
        if self.checked is None or self.checked.pack is None:
            return Signature()
        try:
            with self._parts.store.read() as db:
                known = names(db)
        except sqlite3.Error:
            # Whoever then installs is refused, and told why.
            known = {}
        return signature(self._parts, known, self.checked.pack.signer)

    def _told(self, checked: Checked) -> list[dict[str, Any]]:
        language = self._parts.language()
        ordered = sorted(checked.report.problems, key=lambda problem: LEVELS.index(problem.level))
        told = [problem.told(language) for problem in ordered[:MOST_PROBLEMS]]
        names = {level: self._parts.say(f"staff.level_{level}") for level in LEVELS}
        return [
            {
                "place": self._place(one),
                "level": one["level"],
                "levelName": names[one["level"]],
                "what": one["what"],
                "how": one["how"],
            }
            for one in told
        ]

    def _place(self, problem: dict[str, Any]) -> str:
        place = self._parts.say("staff.problem_place", row=problem["row"], column=problem["column"])
        return f"{problem['sheet']} · {place}" if problem["sheet"] else place
