"""审计和纸面材料: one press makes the audit pack of a year; the other papers are printed or saved as they are."""

import sqlite3
from collections.abc import Callable
from datetime import date
from typing import Any, cast

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.exports.audit_file import year as year_of
from kiosk.privacy.requests import local_date
from kiosk.staff.background import Background
from kiosk.staff.export_choices import file_name
from kiosk.staff.export_lock import ExportLock
from kiosk.staff.giving_up import GivenUp, Progress
from kiosk.staff.long_work import LongWork
from kiosk.staff.parts import StaffParts
from kiosk.staff.privacy_look import AuditDue, audit_due
from kiosk.staff.privacy_office import KINDS, Kind, Office
from kiosk.staff.privacy_paper_out import PaperOut
from kiosk.staff.roles import Role
from kiosk.staff.stick_saving import Saved, save

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
OLDEST = 2026
ICONS = {"consent_form": "people-two", "child_rules": "shield", "impact": "flag", "breach": "warning"}


@QmlElement
class PrivacyPapersViewModel(QObject):
    """`year` is the year of the audit; `papers` are `{"key", "name", "help", "icon"}`."""

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._out = PaperOut(parts, background, self)
        self._work = LongWork(background, self)
        self._lock = ExportLock(self)
        self._work.changed.connect(self.changed)
        self._due: AuditDue | None = None
        self._year = self._today.year - 1

    @property
    def working(self) -> bool:
        return bool(self._work.running)

    def arrive(self) -> None:
        """Last year's, as it has to be handed in; a machine's first year is this one."""
        self._out.clear()

        def work() -> tuple[AuditDue, int]:
            with self._parts.store.read() as connection:
                first = connection.execute("SELECT utc_ms FROM journal_entry ORDER BY position LIMIT 1").fetchone()
                begun = local_date(first[0]).year if first else self._today.year
                return audit_due(connection, self._today), begun

        def show(found: tuple[AuditDue, int]) -> None:
            self._due, begun = found
            self._year = max(self._due.year, begun)
            self.changed.emit()

        self._background.run(work, show, failed=self._out.failed, expected=sqlite3.Error)

    def stop(self) -> None:
        """Staff leave: a pack that is half made is not left behind."""
        self._lock.cancel()
        self._work.giveUp()

    @Property(ExportLock, constant=True)
    def lock(self) -> ExportLock:
        return self._lock

    @Property(PaperOut, constant=True)
    def out(self) -> PaperOut:
        return self._out

    @Property(LongWork, constant=True)
    def work(self) -> LongWork:
        return self._work

    @Property(int, notify=changed)
    def year(self) -> int:
        return self._year

    @Property(bool, notify=changed)
    def newest(self) -> bool:
        """Whether there is no later year."""
        return self._year >= self._today.year

    @Property(bool, notify=changed)
    def oldest(self) -> bool:
        return self._year <= OLDEST - 1

    @Property(str, notify=changed)
    def due(self) -> str:
        """Until when it has to be handed in."""
        due, say = self._due, self._parts.say
        if due is None or self._year != due.year or not due.wanted:
            return ""
        return say(f"privacy_staff.note_audit_{'left' if due.days >= 0 else 'over'}", days=due.days)

    @Property(list, notify=changed)
    def papers(self) -> list[dict[str, Any]]:
        say = self._parts.say
        return [
            {
                "key": kind,
                "name": say(f"privacy_staff.paper_{kind}"),
                "help": say(f"privacy_staff.paper_{kind}_help"),
                "icon": ICONS[kind],
            }
            for kind in KINDS
        ]

    @Slot(int)
    def stepYear(self, by: int) -> None:
        """Another year."""
        self._year = min(self._today.year, max(OLDEST - 1, self._year + by))
        self._out.clear()
        self.changed.emit()

    @Slot()
    def makeAudit(self) -> None:
        """The whole pack, as a zip on the stick or in the kiosk's own folder."""
        if not self.working:
            self._lock.ask(self._make)

    def _make(self, password: str) -> None:
        office = self._office()
        if office is None:
            return
        year, now = self._year, self._parts.clock.utc_ms()
        name = file_name(self._parts.say("privacy_staff.audit_file", year=year), now, "zip")

        def write(progress: Progress) -> Saved:
            found = office.audit(year_of(str(year)), step=lambda rows: progress.step(rows, 0))
            return save(self._parts, name, lambda out: office.write_audit(found, "zip", out, password))

        told = self._parts.say("privacy_staff.audit_writing", year=year)
        self._work.run(told, write, lambda saved: self._written(saved, year), self._failed)

    @Slot(str)
    def savePaper(self, key: str) -> None:
        """One of the papers as a PDF."""
        if make := self._maker(key):
            name = file_name(self._parts.say(f"privacy_staff.paper_{key}"), self._parts.clock.utc_ms(), "pdf")
            self._out.save(name, make, lambda saved: self._record(key, saved))

    @Slot(str)
    def printPaper(self, key: str) -> None:
        """One of the papers from the printer."""
        if make := self._maker(key):
            self._out.print(make)

    def _maker(self, key: str) -> Callable[[], bytes] | None:
        office = self._office()
        return (lambda: office.paper(cast(Kind, key))) if office else None

    def _office(self) -> Office | None:
        parts = self._parts
        if parts.keeper is None:
            return None
        return Office(parts.home, parts.store, parts.keeper.guardian(), self._today, parts.language())

    @property
    def _today(self) -> date:
        return local_date(self._parts.clock.utc_ms())

    def _written(self, saved: Saved, year: int) -> None:
        self._record(f"audit {year} zip", saved)
        self._out.tell(saved.told(self._parts))
        self._rest()

    def _rest(self) -> None:
        """The reminder rests once the pack is made."""
        if self._due and self._due.year == self._year:
            self._due = AuditDue(self._due.year, True, self._due.days)
        self.changed.emit()

    def _record(self, what: str, saved: Saved) -> None:
        self._parts.door.record(self._role, "exported", f"{what} sha256 {saved.written.sha256[:16]}")

    def _failed(self, error: KioskError | GivenUp) -> None:
        if isinstance(error, GivenUp):
            self._out.tell(self._parts.say("staff.export_given_up"))
        else:
            self._out.failed(error)
