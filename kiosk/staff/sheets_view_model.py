"""The page 答题纸: print answer sheets for a class, read those that were filled in, decide what is doubtful."""

import shutil
import sqlite3
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.classroom.sheets_pile import Pile, piled
from kiosk.classroom.sheets_reader import Looked, look_at
from kiosk.core.errors import KioskError
from kiosk.devices.stick_writing import StickWriter
from kiosk.exports.answer_sheet_papers import Document, Printing, documents
from kiosk.staff import sheets_files, sheets_shown
from kiosk.staff.background import Background
from kiosk.staff.giving_up import GivenUp, Progress
from kiosk.staff.long_work import LongWork
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.staff.sheets_asking import SheetsAsking
from kiosk.store import settings

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
A4_MM = (210.0, 297.0)
NEXT_MS = 1_500
PICTURES = "sheets-"


@QmlElement
class SheetsViewModel(QObject):
    """`stage`: `home`, `working`, `pile`. Pictures of sheets lie in a folder of their own while the page is open."""

    changed = Signal()
    _printed = Signal(object)

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        assert parts.classroom is not None
        self._parts, self._room, self._role = parts, parts.classroom, role
        self._work = LongWork(background, self)
        self._work.changed.connect(self.changed)
        self._writer = StickWriter()
        self._asking = SheetsAsking(parts, self._room)
        self._pictures: Path | None = None
        self._pile = Pile()
        self._open = False
        self._at = self._focus = 0
        self._to_print: list[Document] = []
        self._message = ""
        self._good = True
        self._printed.connect(self._was_printed)
        parts.drives.changed.connect(self.changed)

    @property
    def working(self) -> bool:
        """Whether pictures are being looked at."""
        return bool(self._work.running)

    def arrive(self) -> None:
        """See which class there is."""
        self._message = ""
        for left in self._parts.home.glob(f"{PICTURES}*"):
            if left != self._pictures:  # of a screen that died
                shutil.rmtree(left, ignore_errors=True)
        self._asking.look()
        self.changed.emit()

    def stop(self) -> None:
        """Staff leave: give up what runs; no picture of a sheet stays."""
        self._work.giveUp()
        self._forget()

    # What QML shows

    @Property(LongWork, constant=True)
    def work(self) -> LongWork:
        return self._work

    @Property(str, notify=changed)
    def stage(self) -> str:
        return "working" if self._work.running else "pile" if self._open else "home"

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(bool, notify=changed)
    def good(self) -> bool:
        return self._good

    @Property(bool, notify=changed)
    def held(self) -> bool:
        """Whether a class runs here or was held: sheets can be read."""
        return self._asking.session is not None

    @Property(dict, notify=changed)
    def choices(self) -> dict[str, Any]:
        """The rows of choices: `which`, `moment`, `way`, `count`."""
        return self._asking.rows()

    @Property(str, notify=changed)
    def hint(self) -> str:
        """The next class's code, while its sheets are printed."""
        return self._parts.say("sheets.next_code", number=self._asking.next_code) if self._asking.next_code else ""

    @Property(bool, notify=changed)
    def canPrint(self) -> bool:
        """Whether the base has a printer for A4."""
        return bool(self._setting("printer") == "system")

    @Property(str, notify=changed)
    def found(self) -> str:
        """What the pictures came to."""
        return sheets_shown.told(self._parts.say, self._pile)

    @Property(str, notify=changed)
    def rest(self) -> str:
        """What else lay among the pictures."""
        return sheets_shown.rest(self._parts.say, self._pile)

    @Property(dict, notify=changed)
    def paper(self) -> dict[str, Any]:
        """The sheet that is looked at; empty when there is none."""
        papers, say = self._pile.papers, self._parts.say
        if self._at < len(papers):
            shown = sheets_shown.paper_shown(say, papers[self._at], self._focus)
        elif self._at < self._total:
            shown = sheets_shown.refused_shown(say, self._pile.refused[self._at - len(papers)])
        else:
            return {}
        shown["picture"] = QUrl.fromLocalFile(shown["picture"]).toString()
        shown["place"] = say("sheets.place", place=self._at + 1, total=self._total)
        return shown

    @Property(int, notify=changed)
    def ready(self) -> int:
        """How many sheets have no doubt left."""
        return sum(not one.doubts for one in self._pile.papers)

    # What QML asks

    @Slot(str, str)
    def pick(self, what: str, key: str) -> None:
        """Choose what is printed."""
        self._asking.pick(what, key)
        self._message = ""
        self.changed.emit()

    @Slot()
    def save(self) -> None:
        """Make the sheets and put them on a stick."""
        sticks, writer = list(self._parts.drives.sticks), self._writer

        def then(made: list[Document], stick: str) -> None:
            self._note("sheets_printed", f"{self._asking.code} {self._asking.count}")
            self._tell("sheets.saved", stick=stick, files=names(made))

        self._make(lambda made: sheets_files.save(made, sticks, writer), then)

    @Slot()
    def print(self) -> None:
        """Make the sheets and give them to the printer, one document after the other."""

        def then(made: list[Document], _: str) -> None:
            self._note("sheets_printed", f"{self._asking.code} {self._asking.count}")
            self._to_print = made
            self._tell("sheets.printed", files=names(made))
            self._print_next()

        self._make(lambda made: "", then)

    @Slot()
    def read(self) -> None:
        """Look at the pictures on the sticks."""
        sticks = list(self._parts.drives.sticks)
        self._forget()
        self._pictures = folder = Path(tempfile.mkdtemp(prefix=PICTURES, dir=self._parts.home))

        def work(progress: Progress) -> Looked:
            files = sheets_files.pictures_on(sticks)
            progress.step(0, len(files))
            return look_at(files, folder, progress.step)

        self._message = ""
        self._work.run(self._parts.say("sheets.looking"), work, self._show, self._refuse)

    @Slot(int)
    def step(self, sheets: int) -> None:
        """To another sheet."""
        self._go(max(0, min(self._total - 1, self._at + sheets)))

    @Slot(int)
    def row(self, rows: int) -> None:
        """To another row of this sheet."""
        self._focus = max(0, min(9, self._focus + rows))
        self.changed.emit()

    @Slot(str)
    def decide(self, answer: str) -> None:
        """What the child meant in this row; then the next doubt, of this sheet or of another."""
        if self._at >= len(self._pile.papers):
            return
        papers = list(self._pile.papers)
        papers[self._at] = papers[self._at].decided(self._focus, answer)
        self._pile = replace(self._pile, papers=tuple(papers))
        left = papers[self._at].doubts
        doubtful = [place for place, one in enumerate(papers) if one.doubts]
        if left:
            self._focus = next((one for one in left if one > self._focus), left[0])
        elif doubtful:
            self._go(next((one for one in doubtful if one > self._at), doubtful[0]))
        self.changed.emit()

    @Slot()
    def keep(self) -> None:
        """Record every sheet without a doubt; the others stay."""
        session = self._asking.session
        ready = [one for one in self._pile.papers if not one.doubts]
        if session is None or not ready:
            return
        try:
            for one in ready:
                self._room.record_sheet(session, one.filled)
        except (KioskError, sqlite3.Error) as error:
            self._refuse(error if isinstance(error, KioskError) else KioskError("sheets.not_looked_at", repr(error)))
            return
        self._note("sheets_read", f"{session.code} {len(ready)}")
        left = tuple(one for one in self._pile.papers if one.doubts)
        self._pile = replace(self._pile, papers=left)
        self._open = bool(left)
        self._go(0)
        self._tell("sheets.recorded_some" if left else "sheets.recorded", count=len(ready), left=len(left))
        if not left:
            self._forget()

    @Slot()
    def home(self) -> None:
        """Put the pile aside; nothing of it is recorded."""
        self._forget()
        self._message = ""
        self.changed.emit()

    # What happens

    @property
    def _total(self) -> int:
        return len(self._pile.papers) + len(self._pile.refused)

    def _show(self, looked: Looked) -> None:
        session = self._asking.session
        assert session is not None
        try:
            self._pile = piled(looked, self._room.expected(session))
        except KioskError as error:
            self._refuse(error)
            return
        self._open = self._total > 0
        self._go(0)
        if not self._open:
            self._message, self._good = self._told(), False
            self.changed.emit()

    def _told(self) -> str:
        say = self._parts.say
        return " · ".join(filter(None, (sheets_shown.told(say, self._pile), sheets_shown.rest(say, self._pile))))

    def _go(self, at: int) -> None:
        self._at = at
        self._focus = sheets_shown.first_doubt(self._pile.papers, at)
        self.changed.emit()

    def _make(self, out: Any, then: Any) -> None:
        """Make the documents, then `out` with them; both off the screen's thread."""
        try:
            codes, items, booklets = self._asking.wanted()
        except KioskError as error:
            self._refuse(error)
            return
        printing = Printing(str(self._setting("base_name")), self._parts.language())

        def work(_: Progress) -> tuple[list[Document], str]:
            made = documents(codes, items, printing, booklets=booklets)
            return made, out(made)

        self._message = ""
        self._work.run(self._parts.say("sheets.making"), work, lambda done: then(*done), self._refuse)

    def _was_printed(self, error: KioskError | None) -> None:
        self._to_print = self._to_print[1:]
        if error:
            self._to_print = []
            self._refuse(error)
        elif self._to_print:
            # The printer takes no second document while its thread is still coming to its end.
            QTimer.singleShot(NEXT_MS, self, self._print_next)

    def _print_next(self) -> None:
        if self._to_print:
            self._parts.printer.submit(self._to_print[0].pdf, A4_MM, self._printed.emit)

    def _note(self, act: str, detail: str) -> None:
        self._parts.door.record(self._role, act, detail)

    def _tell(self, code: str, **params: object) -> None:
        self._message, self._good = self._parts.say(code, **params), True
        self.changed.emit()

    def _refuse(self, error: KioskError | GivenUp) -> None:
        if isinstance(error, KioskError):
            self._message, self._good = self._parts.tell(error), False
        self.changed.emit()

    def _forget(self) -> None:
        self._open, self._pile, self._at = False, Pile(), 0
        if self._pictures:
            shutil.rmtree(self._pictures, ignore_errors=True)
            self._pictures = None

    def _setting(self, key: str) -> Any:
        try:
            with self._parts.store.read() as connection:
                return settings.read_all(connection)[key]
        except sqlite3.Error:
            return ""


def names(made: list[Document]) -> str:
    """The documents' names for a sentence."""
    return "、".join(one.name for one in made)
