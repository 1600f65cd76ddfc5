"""What the child of this visit takes home, its stamp card, and when it is time for a rest."""

from collections.abc import Callable
from datetime import datetime
from random import Random
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.core.events import TakeHomeGiven
from kiosk.core.visit import Visit
from kiosk.core.words import say
from kiosk.shell.base_facts import BaseFacts
from kiosk.shell.parts import ShellParts
from kiosk.shell.takeaway_pictures import TakeawayPictures
from kiosk.stations.station import StationResult
from kiosk.takeaway import code, wording
from kiosk.ui.family import loaded_family

if TYPE_CHECKING:
    from kiosk.takeaway.paint import Sheet

QML_IMPORT_NAME = "kiosk.shell"
QML_IMPORT_MAJOR_VERSION = 1
STAMP, BEGUN, LIT = "shell.stamp.", "shell.begun", "shell.lit"
"""What a visit keeps of it, beside what the stations keep: seals, when it began (monotonic milliseconds), and
whether the lit canal was seen."""
RECEIPTS = {"receipt_58": 58, "receipt_80": 80}


@QmlElement
class Taking(QObject):
    """One visit's; `begin` and `forget` mark its ends. `language()` is the screen's."""

    changed = Signal()
    printingChanged = Signal()

    def __init__(
        self, parts: ShellParts, base: BaseFacts, language: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._parts, self._base, self._language = parts, base, language
        self.pictures = TakeawayPictures()
        self._kept: dict[str, int] = {}
        self._visit = ""
        self._result: StationResult | None = None
        self._link = ""
        self._nickname: Callable[[], str] = str
        self._mark = 0
        self._rest_due = False
        self._printing = False
        self._message = ""

    # What the shell tells

    def begin(self, visit: str, kept: dict[str, int], nickname: Callable[[], str]) -> None:
        """A visit begins, or comes back with what it had `kept`; `nickname()` is empty unless one was chosen."""
        self._visit, self._kept, self._nickname = visit, kept, nickname
        kept.setdefault(BEGUN, self._parts.clock.monotonic_ms())
        self.pictures.show(
            {
                "code": lambda width: self._paint.code_picture(self._text(), width),
                "answers": lambda width: self._paint.code_picture(self._quiz().answers, width),
                "certificate": lambda width: self._paint.picture(self._certificate(), loaded_family(), width),
            }
        )
        self.look()
        self.refresh()

    def finished(self, result: StationResult) -> None:
        """A station was played to its end: its seal is earned."""
        self._result = result
        self._link = self._new_link(result.station)
        self._kept[STAMP + result.station] = 1
        self.refresh()

    def look(self) -> None:
        """Whether it is time for a rest."""
        played = self._parts.clock.monotonic_ms() - self._kept.get(BEGUN, 0)
        due = bool(self._kept) and played >= self._parts.setting("rest_after_min") * 60_000
        if due != self._rest_due:
            self._rest_due = due
            self.changed.emit()

    def refresh(self) -> None:
        """Other words or seals: every picture is another one."""
        self._mark += 1
        self._message = ""
        self.changed.emit()
        self.printingChanged.emit()

    def turn_page(self) -> None:
        """Another screen: what became of a sheet was read on the one before."""
        if self._message and not self._printing:
            self._message = ""
            self.printingChanged.emit()

    def forget(self) -> None:
        """The visit is over: nothing of it can be drawn any more."""
        self.pictures.show({})
        self._kept, self._visit, self._result, self._nickname = {}, "", None, str
        self._link = ""
        self._rest_due = False
        self.refresh()

    def newly_lit(self) -> bool:
        """Whether every station has its seal and the lit canal was not seen yet; it counts as seen from now on."""
        return bool(self.lit and not self._kept.get(LIT) and self._kept.setdefault(LIT, 1))

    # What QML shows

    @Property(list, notify=changed)
    def stamps(self) -> list[dict[str, Any]]:
        """The stamp card: every station of this kiosk with `key`, `name` and whether it is `earned`."""
        return [
            {
                "key": one.key,
                "name": say(one.name, self._language()),
                "earned": one.key in self._earned(),
                "picture": f"stamp-{one.key}" if one.key in self._earned() else "stamp-empty",
            }
            for one in self._parts.stations
        ]

    @Property(int, notify=changed)
    def earned(self) -> int:
        return len(self._earned())

    @Property(bool, notify=changed)
    def lit(self) -> bool:
        return len(self._earned()) == len(self._parts.stations)

    @Property(bool, notify=changed)
    def restDue(self) -> bool:
        return self._rest_due

    @Property(str, notify=changed)
    def pictureBase(self) -> str:
        """What stands before `code`, `answers` and `certificate` in an Image's source; empty without a visit."""
        return f"image://takeaway/{self._mark}/" if self._visit else ""

    @Property(bool, notify=changed)
    def hasCode(self) -> bool:
        return self._result is not None

    @Property(bool, notify=changed)
    def linked(self) -> bool:
        """Whether the code carries a link: the text has to stand beside it."""
        return bool(self._link)

    @Property(list, notify=changed)
    def lines(self) -> list[str]:
        """What the result card's code says."""
        return list(self._home().lines) if self._result else []

    @Property(str, notify=changed)
    def quizTitle(self) -> str:
        return self._quiz().title

    @Property(list, notify=changed)
    def questions(self) -> list[str]:
        return list(self._quiz().questions)

    @Property(bool, notify=printingChanged)
    def canPrint(self) -> bool:
        """Whether there is a printer for the result card."""
        return bool(self._parts.setting("printer") != "none")

    @Property(bool, notify=printingChanged)
    def canPrintCertificate(self) -> bool:
        """Whether there is a printer with paper that is large enough."""
        return self._parts.setting("printer") in ("system", "stick")

    @Property(bool, notify=printingChanged)
    def toStick(self) -> bool:
        """Whether sheets are saved as files on the teacher's stick."""
        return bool(self._parts.setting("printer") == "stick")

    @Property(bool, notify=printingChanged)
    def printing(self) -> bool:
        return self._printing

    @Property(str, notify=printingChanged)
    def message(self) -> str:
        """What became of the sheet."""
        return self._message

    @Slot()
    def printCard(self) -> None:
        """The result card, or a receipt of it."""
        assert self._result is not None
        one, language, home = self._result, self._language(), self._home()
        paper = RECEIPTS.get(self._parts.setting("printer"))
        if paper:
            quiz = self._quiz()
            self._print(
                self._paint.receipt_sheet(one.title, home, self._text(), quiz, language, paper, loaded_family())
            )
        else:
            self._print(self._paint.card_sheet(one.title, one.learned, home, self._text(), language))

    @Slot()
    def printCertificate(self) -> None:
        self._print(self._certificate())

    def _print(self, sheet: "Sheet") -> None:
        if self._printing:
            return
        to_stick = self._parts.setting("printer") == "stick"
        self._printing, self._message = True, say(f"takeaway.{'saving' if to_stick else 'printing'}", self._language())
        self.printingChanged.emit()
        paper = sheet.paper_mm.width(), sheet.paper_mm.height()
        visit = self._visit

        def told(error: KioskError | None) -> None:
            self._parts.thread.post(lambda: self._printed(visit, error, "saved" if to_stick else "printed"))

        self._parts.printer.submit(self._paint.pdf(sheet, loaded_family()), paper, told)

    def _printed(self, visit: str, error: KioskError | None, done: str) -> None:
        self._printing = False
        if visit == self._visit:
            language = self._language()
            self._message = say(error.code, language) if error else say(f"takeaway.{done}", language)
        self.printingChanged.emit()

    @property
    def _paint(self) -> Any:
        """Who paints. Loaded for the first sheet: no start pays for it."""
        from kiosk.takeaway import paint

        return paint

    def _earned(self) -> list[str]:
        return [one.key for one in self._parts.stations if self._kept.get(STAMP + one.key)]

    def _home(self) -> wording.TakeHome:
        assert self._result is not None
        return wording.take_home(self._result.station, self._language(), self._base.local_number())

    def _text(self) -> str:
        return code.carried(wording.as_text(self._home(), self._language()), self._link)

    def _new_link(self, station: str) -> str:
        """A link of its own for this card, on an enrolled kiosk; what it leads to is recorded."""
        public_url = str(self._parts.setting("take_home_url"))
        if not public_url:
            return ""
        token = code.new_token()
        given = TakeHomeGiven(station, code.token_hash(token), self._language())
        self._parts.record(given, Visit(self._visit, self._parts.origin), None)
        return code.link(public_url, token)

    def _quiz(self) -> wording.Challenge:
        return wording.challenge(self._earned(), self._language(), Random(self._visit))

    def _certificate(self) -> "Sheet":
        day = datetime.fromtimestamp(self._parts.clock.utc_ms() / 1000).date()
        words = wording.certificate(
            self._earned(), self._language(), nickname=self._nickname(), base=self._base.shown_name(), day=day
        )
        sheet: Sheet = self._paint.certificate_sheet(words, self._quiz(), self._language())
        return sheet
