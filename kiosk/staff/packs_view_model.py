"""The page where a teacher brings quiz banks from a stick, and sees what is installed."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.packs.check import Checked, check_file
from kiosk.packs.families import load_families
from kiosk.packs.shelf import Shelved
from kiosk.staff.background import Background
from kiosk.staff.giving_up import GivenUp, Progress
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.staff.stick_files import Candidate, candidates

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
PROGRESS_MS = 100
MOST_PROBLEMS = 200


@QmlElement
class PacksViewModel(QObject):
    """`stage`: `list` (what is installed, what lies on the stick), `busy` (long work), `report` (on one file)."""

    changed = Signal()
    progressed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._stage = "list"
        self._rows: list[Shelved] = []
        self._files: list[Candidate] = []
        self._chosen: Candidate | None = None
        self._checked: Checked | None = None
        self._message = self._stick_message = self._busy_text = self._asked = ""
        self._good = True
        self._progress = Progress()
        self._may_stop = False
        self._ticker = QTimer(self, interval=PROGRESS_MS)
        self._ticker.timeout.connect(self.progressed)
        parts.drives.changed.connect(self._look_for_files)

    @property
    def working(self) -> bool:
        """Whether a file is being checked or installed."""
        return self._stage == "busy"

    def arrive(self) -> None:
        """See what is installed and what lies on the stick."""
        if self._stage == "list":
            self._message = self._asked = ""
        self._look_at_shelf()
        self._look_for_files()

    def stop(self) -> None:
        """Give up checking; an installation is done in a moment, and whole."""
        self._progress.give_up()

    @Property(str, notify=changed)
    def stage(self) -> str:
        return self._stage

    @Property(list, notify=changed)
    def banks(self) -> list[dict[str, Any]]:
        """The banks that are played, the last installed first; `hasOlder`: a version before lies here."""
        older = {row.id for row in self._rows if row.state == "kept"}
        return [
            {
                "id": row.id,
                "title": self._title(row),
                "version": row.version,
                "playable": row.playable,
                "mend": row.items - row.playable,
                "origin": self._parts.say(f"staff.origin_{row.origin}"),
                "hasOlder": row.id in older,
                "asked": self._asked.partition(":")[0] if self._asked.partition(":")[2] == row.id else "",
            }
            for row in self._rows
            if row.state == "active"
        ]

    @Property(int, notify=changed)
    def playable(self) -> int:
        return sum(row.playable for row in self._rows if row.state == "active")

    @Property(list, notify=changed)
    def files(self) -> list[dict[str, Any]]:
        """What lies on the sticks: name, place, date."""
        return [
            {"name": one.path.name, "about": f"{one.path.parent.name} · {one.changed:%Y-%m-%d %H:%M}"}
            for one in self._files
        ]

    @Property(str, notify=changed)
    def stickMessage(self) -> str:
        """Why there is nothing to choose; empty when there is."""
        return self._stick_message

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(bool, notify=changed)
    def good(self) -> bool:
        """Whether `message` is good news."""
        return self._good

    @Property(str, notify=changed)
    def fileName(self) -> str:
        return self._chosen.path.name if self._chosen else ""

    @Property(int, notify=changed)
    def goodItems(self) -> int:
        return self._checked.report.good if self._checked else 0

    @Property(int, notify=changed)
    def mendItems(self) -> int:
        return self._checked.report.mend if self._checked else 0

    @Property(int, notify=changed)
    def storedItems(self) -> int:
        """How many items would be installed."""
        return self._checked.report.stored if self._checked and self._checked.bank else 0

    @Property(str, notify=changed)
    def refusal(self) -> str:
        """Why nothing of the file can be used; empty when some can."""
        if self._checked is None or self._checked.report.refused is None:
            return ""
        told = self._checked.report.refused.told(self._parts.language())
        return f"{told['what']}\n{told['how']}"

    @Property(list, notify=changed)
    def problems(self) -> list[dict[str, Any]]:
        """The first problems of the report: `place`, `level`, `what`, `how`."""
        if self._checked is None:
            return []
        language = self._parts.language()
        told = [problem.told(language) for problem in self._checked.report.problems[:MOST_PROBLEMS]]
        return [
            {"place": self._place(one), "level": one["level"], "what": one["what"], "how": one["how"]} for one in told
        ]

    @Property(str, notify=changed)
    def busyText(self) -> str:
        return self._busy_text

    @Property(bool, notify=changed)
    def mayStop(self) -> bool:
        return self._may_stop

    @Property(int, notify=progressed)
    def done(self) -> int:
        return self._progress.done

    @Property(int, notify=progressed)
    def all(self) -> int:
        """How much there is; 0 while nobody knows."""
        return self._progress.all

    @Slot(int)
    def choose(self, index: int) -> None:
        """Check the file with this place in `files`."""
        self._chosen = chosen = self._files[index]
        families = load_families(self._parts.quizzes)
        today = datetime.fromtimestamp(self._parts.clock.utc_ms() / 1000).date()
        progress = self._begin("staff.checking", may_stop=True, name=chosen.path.name)
        library = self._parts.library
        self._work(lambda: library.compared(check_file(chosen.path, families, today, progress.step)), self._show_report)

    @Slot()
    def install(self) -> None:
        """Install what is good of the checked file."""
        checked = self._checked
        if checked is None or checked.bank is None:
            return
        self._begin("staff.installing", may_stop=False, count=checked.report.stored)
        self._work(lambda: self._parts.library.install_checked(checked), self._installed)

    @Slot()
    def back(self) -> None:
        """Out of the report."""
        self._checked = None
        self._end("", True)

    @Slot()
    def giveUp(self) -> None:
        """Stop the check that runs."""
        self._progress.give_up()

    @Slot(str)
    def remove(self, pack: str) -> None:
        """Take a bank away; the second touch does it."""
        if self._asks(f"remove:{pack}"):
            library = self._parts.library
            self._work(lambda: library.remove(pack), lambda _: self._did("pack_removed", pack, "staff.pack_removed"))

    @Slot(str)
    def rollBack(self, pack: str) -> None:
        """Return to the version before; the second touch does it."""
        if self._asks(f"rollback:{pack}"):
            done = "pack_rolled_back"
            self._work(
                lambda: self._parts.library.rollback(pack),
                lambda row: self._did(done, f"{row.id} {row.version}", f"staff.{done}", version=row.version),
            )

    def _asks(self, act: str) -> bool:
        """Whether `act` was asked for a second time."""
        sure = self._asked == act
        self._asked = "" if sure else act
        self.changed.emit()
        return sure

    def _show_report(self, checked: Checked) -> None:
        self._checked = checked
        self._stage = "report"
        self._rest()

    def _installed(self, row: Shelved) -> None:
        self._checked = None
        self._did(
            "pack_installed",
            f"{row.id} {row.version} ({row.items})",
            "staff.pack_installed",
            title=self._title(row),
            count=row.playable,
        )

    def _did(self, act: str, detail: str, words: str, **params: Any) -> None:
        self._parts.door.record(self._role, act, detail)
        self._end(self._parts.say(words, **params), True)
        self._look_at_shelf()

    def _begin(self, words: str, *, may_stop: bool, **params: Any) -> Progress:
        self._progress = Progress()
        self._stage = "busy"
        self._busy_text = self._parts.say(words, **params)
        self._may_stop = may_stop
        self._ticker.start()
        self.changed.emit()
        self.progressed.emit()
        return self._progress

    def _end(self, message: str, good: bool) -> None:
        self._stage = "list"
        self._message = message
        self._good = good
        self._rest()

    def _rest(self) -> None:
        self._ticker.stop()
        self._asked = ""
        self.changed.emit()

    def _work(self, work: Any, then: Any) -> None:
        def failed(error: Exception) -> None:
            if isinstance(error, KioskError):
                self._end(self._parts.tell(error), False)
            else:
                self._end(self._parts.say("staff.given_up"), True)

        self._background.run(work, then, failed=failed, expected=(KioskError, GivenUp))

    def _look_at_shelf(self) -> None:
        def show(rows: list[Shelved]) -> None:
            self._rows = sorted(rows, key=lambda row: -row.turn)
            self.changed.emit()

        self._background.run(self._parts.library.installed, show)

    def _look_for_files(self) -> None:
        sticks = list(self._parts.drives.sticks)
        if not sticks:
            self._show_files([], "staff.stick_none")
            return

        def look() -> list[Candidate]:
            return [one for stick in sticks for one in candidates(stick.path)]

        self._background.run(
            look,
            lambda found: self._show_files(found, "" if found else "staff.stick_empty"),
            failed=lambda _: self._show_files([], "staff.stick_unreadable"),
            expected=OSError,
        )

    def _show_files(self, files: list[Candidate], words: str) -> None:
        self._files = files
        self._stick_message = self._parts.say(words) if words else ""
        self.changed.emit()

    def _title(self, row: Shelved) -> str:
        return row.title_en if self._parts.language() == "en" and row.title_en else row.title

    def _place(self, problem: dict[str, Any]) -> str:
        place = self._parts.say("staff.problem_place", row=problem["row"], column=problem["column"])
        return f"{problem['sheet']} · {place}" if problem["sheet"] else place
