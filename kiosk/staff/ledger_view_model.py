"""台账: opens with the month's charts, and is handed in by one press."""

import sqlite3
from datetime import datetime
from typing import Any, cast

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.exports.ledger import Ledger, ledger
from kiosk.exports.ledger_file import FORMATS, Dressed, write_ledger
from kiosk.exports.ledger_period import Kind, Period, around
from kiosk.exports.ledger_words import period_name
from kiosk.staff.background import Background
from kiosk.staff.export_choices import file_name
from kiosk.staff.giving_up import GivenUp, Progress
from kiosk.staff.ledger_counting import LedgerCounting
from kiosk.staff.ledger_days import LedgerDays
from kiosk.staff.ledger_shown import shown, waiting
from kiosk.staff.long_work import LongWork
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role, may_count, may_hand_in
from kiosk.staff.stick_saving import Saved, save
from kiosk.store.settings import read_all

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
KINDS: tuple[Kind, ...] = ("month", "quarter", "year", "project")


@QmlElement
class LedgerViewModel(QObject):
    """`stage`: `charts`, `numbers`, `count` (headcounts), `days` (a project's), `done`."""

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._stage = "charts"
        self._period = around("month", self._today)
        self._ledger: Ledger | None = None
        self._shown = waiting("")
        self._saved: list[Saved] = []
        self._message = ""
        self._asked = 0
        self._work = LongWork(background, self)
        self._counting = LedgerCounting(parts, background, role, self._recount, self)
        self._days = LedgerDays(parts, background, self._take, self)

    @property
    def working(self) -> bool:
        """Whether a file is being written."""
        return bool(self._work.running)

    def arrive(self) -> None:
        """The charts of the period that was last looked at, counted anew."""
        if not self.working:
            self._go("charts")
            self._recount()

    def stop(self) -> None:
        """Give up; no half file remains."""
        self._work.giveUp()

    @Property(str, notify=changed)
    def stage(self) -> str:
        return self._stage

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        return self._ledger is not None

    @Property(str, notify=changed)
    def period(self) -> str:
        return period_name(self._period, self._parts.language())

    @Property(bool, notify=changed)
    def mayMove(self) -> bool:
        return self._period.kind != "project"

    @Property(bool, notify=changed)
    def mayGoOn(self) -> bool:
        """Whether the next period has begun."""
        return self._period.kind != "project" and self._period.moved(1).first <= self._today

    @Property(list, notify=changed)
    def kinds(self) -> list[dict[str, Any]]:
        return [
            {"key": kind, "name": self._parts.say(f"staff.ledger_{kind}"), "chosen": kind == self._period.kind}
            for kind in KINDS
        ]

    @Property(dict, notify=changed)
    def shown(self) -> dict[str, Any]:
        """What `ledger_shown.shown` gives, or `waiting` while it is counted."""
        return self._shown

    @Property(bool, constant=True)
    def mayCount(self) -> bool:
        return may_count(self._role)

    @Property(bool, constant=True)
    def mayHandIn(self) -> bool:
        return may_hand_in(self._role)

    @Property(QObject, constant=True)
    def counting(self) -> QObject:
        return self._counting

    @Property(QObject, constant=True)
    def days(self) -> QObject:
        return self._days

    @Property(QObject, constant=True)
    def work(self) -> QObject:
        return self._work

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(str, notify=changed)
    def saved(self) -> str:
        """Which files were written, and where they are."""
        say = self._parts.say
        files = [say("staff.ledger_file", file=one.file.name, hash=one.written.sha256[:16]) for one in self._saved]
        stick = next((one.stick for one in self._saved), "")
        place = say("staff.ledger_on_stick", stick=stick) if stick else say("staff.ledger_at_home")
        return "\n".join((*files, place))

    @Slot(str)
    def pickKind(self, kind: str) -> None:
        """The month, quarter or year around the period's first day; a project asks for its days."""
        if kind == "project":
            self._days.begin()
            self._go("days")
        else:
            self._take(around(cast(Kind, kind), min(self._period.last, self._today)))

    @Slot(int)
    def move(self, by: int) -> None:
        """To an earlier or later period."""
        self._take(self._period.moved(by))

    @Slot(str)
    def show(self, stage: str) -> None:
        """Charts, numbers, or the pad for headcounts."""
        if stage == "count":
            if not self.mayCount:
                return
            self._counting.arrive()
        self._go(stage)

    @Slot()
    def handIn(self) -> None:
        """Write PDF and workbook of what is shown to the stick, or into the kiosk's own folder."""
        found, parts = self._ledger, self._parts
        if found is None or not self.mayHandIn or self.working:
            return
        now, language = parts.clock.utc_ms(), parts.language()
        name = f"{parts.say('staff.page_ledger')}-{self._file_part()}"

        def write(progress: Progress) -> list[Saved]:
            with parts.store.read() as connection:
                base = str(read_all(connection)["base_name"])
            dressed = Dressed(base, self._today.isoformat(), language)
            made = []
            for place, form in enumerate(FORMATS):
                progress.step(place, len(FORMATS))
                path = file_name(name, now, form)
                made.append(save(parts, path, lambda out, form=form: write_ledger(found, form, dressed, out)))  # type: ignore[misc]
            return made

        self._work.run(parts.say("staff.ledger_writing"), write, self._written, self._failed)

    def _file_part(self) -> str:
        """The period as part of a file's name."""
        period, first = self._period, self._period.first
        if period.kind == "project":
            return f"{first:%Y%m%d}-{period.last:%Y%m%d}"
        return {
            "month": f"{first:%Y-%m}",
            "quarter": f"{first.year}Q{(first.month + 2) // 3}",
            "year": str(first.year),
        }[period.kind]

    @property
    def _today(self) -> Any:
        return datetime.fromtimestamp(self._parts.clock.utc_ms() / 1000).date()

    def _take(self, period: Period) -> None:
        self._period = period
        self._go("charts" if self._stage in ("days", "done") else self._stage)
        self._recount()

    def _go(self, stage: str) -> None:
        self._stage = stage
        self._message = ""
        self.changed.emit()

    def _recount(self) -> None:
        """Count off the screen's thread; only the last question asked is answered."""
        self._asked += 1
        asked, period = self._asked, self._period
        self._ledger, self._shown = None, waiting(self._parts.say("staff.ledger_counting"))
        self.changed.emit()

        def count() -> Ledger:
            def step(_: int) -> None:
                if asked != self._asked:
                    raise GivenUp

            self._parts.store.flush(5)
            with self._parts.store.read() as connection:
                return ledger(connection, period, step=step)

        self._background.run(count, self._counted, failed=self._uncounted, expected=(sqlite3.Error, GivenUp))

    def _counted(self, found: Ledger) -> None:
        if found.period == self._period:
            self._ledger = found
            self._shown = shown(found, self._parts.language())
            self.changed.emit()

    def _uncounted(self, error: Exception) -> None:
        if not isinstance(error, GivenUp):
            self._message = self._parts.say("staff.ledger_uncounted")
            self.changed.emit()

    def _written(self, saved: list[Saved]) -> None:
        self._saved = saved
        for one in saved:
            detail = f"ledger {self._file_part()} {one.file.suffix[1:]} sha256 {one.written.sha256[:16]}"
            self._parts.door.record(self._role, "exported", detail)
        self._go("done")

    def _failed(self, error: KioskError | GivenUp) -> None:
        given_up = isinstance(error, GivenUp)
        self._message = (
            self._parts.say("staff.export_given_up") if given_up else self._parts.tell(cast(KioskError, error))
        )
        self.changed.emit()
