"""The page of class reports: choose a session or a class, look at what it learned, take the paper along."""

import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.exports.class_report import Names, Report, Wanted, class_report
from kiosk.exports.class_report_file import Dressed, write_report
from kiosk.exports.class_report_rows import Session, sessions
from kiosk.exports.class_report_words import about, title, words_in
from kiosk.packs.families import level_names, trick_names
from kiosk.staff import class_report_shown as shown
from kiosk.staff.background import Background
from kiosk.staff.classes import sorted_labels
from kiosk.staff.giving_up import GivenUp, Progress
from kiosk.staff.long_work import LongWork
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.staff.stick_saving import Saved, save
from kiosk.store import settings

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
MOST_SESSIONS = 40
FRESH_MS = 120_000
"""So long after its end a session is what whoever opens the page wants to see."""
PATIENCE_S = 5.0
UNSAFE = str.maketrans('/\\:*?"<>|', "_" * 9)
"""What a stick takes in no file's name."""


@QmlElement
class ClassReportViewModel(QObject):
    """`stage`: `choose`, `reading`, `report`, `saving`. Visitors only: a rehearsal is no result."""

    changed = Signal()
    reported = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._work = LongWork(background, self)
        self._work.changed.connect(self.changed)
        self._stage = "choose"
        self._span = shown.SPANS[0]
        self._sessions: list[Session] = []
        self._classes: list[str] = []
        self._base = ""
        self._seen = ""
        self._report: Report | None = None
        self._sections: list[dict[str, Any]] = []
        self._numbers: set[str] = set()
        self._message = ""
        self._good = True

    @property
    def working(self) -> bool:
        """Whether a file is being written."""
        return bool(self._work.running)

    def arrive(self) -> None:
        """See which sessions there were; one that has just ended is reported on at once."""
        self._message = ""
        self._background.run(self._read_choices, self._show_choices, failed=self._unread, expected=sqlite3.Error)

    def stop(self) -> None:
        """Give up a file that is being written."""
        self._work.giveUp()

    @Property(LongWork, constant=True)
    def work(self) -> LongWork:
        return self._work

    @Property(str, notify=changed)
    def stage(self) -> str:
        return "saving" if self._work.running else self._stage

    @Property(list, notify=changed)
    def sessions(self) -> list[dict[str, str]]:
        """The last sessions, newest first: `key`, `name`, `about`."""
        return [shown.session_shown(one, self._parts.language()) for one in self._sessions]

    @Property(list, notify=changed)
    def classes(self) -> list[str]:
        """Every class that can be reported on."""
        return self._classes

    @Property(list, notify=changed)
    def spans(self) -> list[dict[str, Any]]:
        words = words_in(self._parts.language())
        return [{"key": key, "name": words(f"span_{key}"), "chosen": key == self._span} for key in shown.SPANS]

    @Property(str, notify=changed)
    def name(self) -> str:
        """Whose report is open."""
        return title(self._report, self._parts.language()) if self._report else ""

    @Property(str, notify=changed)
    def about(self) -> str:
        """Which session, or which days."""
        return about(self._report, self._parts.language()) if self._report else ""

    @Property(list, notify=reported)
    def sections(self) -> list[dict[str, Any]]:
        """The report, as `class_report_shown.shown`."""
        return self._sections

    @Property(list, notify=changed)
    def opened(self) -> list[str]:
        """The sections whose figures stand in place of picture and sentences."""
        return sorted(self._numbers)

    @Property(str, notify=changed)
    def message(self) -> str:
        """What became of the file, or what went wrong."""
        return self._message

    @Property(bool, notify=changed)
    def good(self) -> bool:
        return self._good

    @Slot(str)
    def pickSpan(self, key: str) -> None:
        """Which days a class's report is of."""
        self._span = key
        self.changed.emit()

    @Slot(str)
    def openSession(self, session: str) -> None:
        """Report on one session; also called when it has just ended."""
        self._open(Wanted(session=session))

    @Slot(str)
    def openClass(self, label: str) -> None:
        """Report on a class over the chosen days."""
        self._open(shown.of_class(label, self._span, self._parts.clock.utc_ms()))

    @Slot(str)
    def toggleNumbers(self, key: str) -> None:
        """Figures in place of the picture, or back."""
        self._numbers ^= {key}
        self.changed.emit()

    @Slot()
    def back(self) -> None:
        """To the choice of sessions and classes."""
        self._report, self._sections, self._message = None, [], ""
        self._stage = "choose"
        self.reported.emit()
        self.changed.emit()

    @Slot()
    def save(self) -> None:
        """Write the report's paper."""
        report = self._report
        if report is None or self._work.running:
            return
        parts, language = self._parts, self._parts.language()
        now = datetime.fromtimestamp(parts.clock.utc_ms() / 1000)
        words = words_in(language)
        name = "-".join(filter(None, (words("file"), report.class_label, f"{now:%Y%m%d-%H%M%S}"))).translate(UNSAFE)
        dressed = Dressed(Names(), self._base, f"{now:%Y-%m-%d}", language)

        def write(_: Progress) -> Saved:
            return save(parts, f"{name}.pdf", lambda path: write_report(report, "pdf", dressed, path))

        self._message = ""
        self._work.run(words("saving"), write, self._saved, self._not_saved)

    def _open(self, wanted: Wanted) -> None:
        self._stage, self._message = "reading", ""
        self._numbers = set()
        self.changed.emit()

        def read() -> Report:
            with self._parts.store.read() as connection:
                return class_report(connection, wanted, names(self._parts.quizzes, self._parts.language()))

        self._background.run(read, self._show, failed=self._unread, expected=sqlite3.Error)

    def _show(self, report: Report) -> None:
        self._report = report
        self._sections = shown.sections(report, self._parts.language())
        self._stage = "report"
        self.reported.emit()
        self.changed.emit()

    def _read_choices(self) -> tuple[list[Session], dict[str, Any]]:
        # A session that ended this moment is on its way to the journal.
        self._parts.store.flush(PATIENCE_S)
        with self._parts.store.read() as connection:
            return sessions(connection), settings.read_all(connection)

    def _show_choices(self, found: tuple[list[Session], dict[str, Any]]) -> None:
        self._sessions, kept = found[0][:MOST_SESSIONS], found[1]
        labels = {one.class_label for one in found[0] if one.class_label} | set(kept["classes"])
        self._classes, self._base = sorted_labels(labels), kept["base_name"]
        self.changed.emit()
        if self._sessions and (fresh := self._sessions[0]).id != self._seen and self._just_ended(fresh):
            self._seen = fresh.id
            self.openSession(fresh.id)

    def _just_ended(self, session: Session) -> bool:
        last = max(end for _, end in session.windows.values())
        return session.ended and 0 <= self._parts.clock.utc_ms() - last < FRESH_MS

    def _unread(self, _: Exception) -> None:
        self._stage = "choose"
        self._tell(words_in(self._parts.language())("unread"), good=False)

    def _saved(self, saved: Saved) -> None:
        detail = f"{saved.file.name} sha256 {saved.written.sha256[:16]}"
        self._parts.door.record(self._role, "class_report_saved", detail)
        self._tell(saved.told(self._parts), good=True)

    def _not_saved(self, error: KioskError | GivenUp) -> None:
        said = self._parts.tell(error) if isinstance(error, KioskError) else self._parts.say("staff.export_given_up")
        self._tell(said, good=False)

    def _tell(self, message: str, *, good: bool) -> None:
        self._message, self._good = message, good
        self.changed.emit()


def names(quizzes: Path, language: str) -> Names:
    """What families and tricks are called."""
    return Names(level_names(quizzes, language), trick_names(quizzes, language))
