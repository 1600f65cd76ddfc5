"""The page about the hub: what waits, what was refused; sync now, a bundle to the stick, receipts and codes from it."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.staff import sync_acts
from kiosk.staff.background import Background
from kiosk.staff.giving_up import GivenUp, Progress
from kiosk.staff.long_work import LongWork
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.staff.stick_model import StickModel
from kiosk.staff.stick_saving import Saved, save
from kiosk.staff.sync_enrolling import SyncEnrolling
from kiosk.staff.sync_shown import CODE_ENDING, ENDINGS, facts, lines, read_code
from kiosk.store.settings import read_all
from kiosk.sync import status
from kiosk.sync.identity import TAKE_HOME
from kiosk.sync.link import Link
from kiosk.sync.status import SyncStatus

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
ANEW = ("sync.unknown_credential", "sync.revoked", "sync.certificate_changed", "sync.link_unreadable")
"""Troubles that end with a new code."""


@QmlElement
class SyncViewModel(QObject):
    """`facts` are `{"name", "value"}`, `lines` `{"level", "what"}`; `message` is what came of the last act."""

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._found = SyncStatus(False)
        self._message = ""
        self._good = True
        self._work = LongWork(background, self)
        self._files = StickModel(parts, background, self, ENDINGS, "staff.sync_stick_empty")
        self._enrolling = SyncEnrolling(parts, self._enrol, self)

    @property
    def working(self) -> bool:
        """Whether something is being sent, written or read."""
        return bool(self._work.running)

    def arrive(self) -> None:
        """Look at everything."""
        self._message = ""
        self._enrolling.cancel()
        self._files.look()
        self._look()

    def stop(self) -> None:
        """Give up what runs; no half file remains."""
        self._work.giveUp()

    @Property(QObject, constant=True)
    def work(self) -> QObject:
        return self._work

    @Property(StickModel, constant=True)
    def files(self) -> StickModel:
        return self._files

    @Property(SyncEnrolling, constant=True)
    def enrolling(self) -> SyncEnrolling:
        return self._enrolling

    @Property(bool, constant=True)
    def mayEnrol(self) -> bool:
        """Only the admin lets a hub in."""
        return self._role == "admin"

    @Property(bool, notify=changed)
    def mayEnrolByNumber(self) -> bool:
        """Whether our keys are offered: there is no hub yet, or only a new code helps, and its address is known."""
        needed = not self._found.enrolled or self._found.error in ANEW
        return self._role == "admin" and needed and self._enrolling.may_type

    def scanned(self, text: str) -> None:
        """A scanner typed: a hub's code, if the admin is here."""
        if self.working or not self.mayAct:
            return
        if not self.mayEnrol:
            self._tell(self._parts.say("staff.sync_admin_only"), good=False)
            return
        try:
            self._enrolling.hear(text)
        except KioskError as error:
            self._tell(self._parts.tell(error), good=False)

    @Property(bool, notify=changed)
    def enrolled(self) -> bool:
        return self._found.enrolled

    @Property(str, notify=changed)
    def hub(self) -> str:
        """Address and base, or that there is none."""
        found = self._found
        return f"{found.base}\n{found.url}" if found.enrolled else self._parts.say("staff.sync_none")

    @Property(list, notify=changed)
    def facts(self) -> list[dict[str, str]]:
        return facts(self._found, self._parts)

    @Property(list, notify=changed)
    def lines(self) -> list[dict[str, str]]:
        """What staff should know, but for what was just said."""
        every = lines(self._found, self._parts, typed=self._enrolling.may_type)
        return [line for line in every if line["what"] != self._message]

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(bool, notify=changed)
    def good(self) -> bool:
        """Whether `message` is good news."""
        return self._good

    @Property(bool, constant=True)
    def mayAct(self) -> bool:
        """An auditor only looks."""
        return self._role != "auditor"

    @Slot()
    def now(self) -> None:
        """Do all that the courier does, now."""
        if self.working or not self.mayAct or not self._found.enrolled:
            return
        whole = self._found.waiting
        self._run("staff.sync_sending", lambda progress: sync_acts.now(self._parts, whole, progress))

    @Slot()
    def bundle(self) -> None:
        """Write what waits to the stick."""
        if self.working or not self.mayAct:
            return
        parts = self._parts

        def write(progress: Progress) -> str:
            from kiosk.sync import bundle

            name = bundle.file_name(parts.store.kiosk, parts.clock.utc_ms())
            saved: Saved = save(
                parts, name,
                lambda out: bundle.write(parts.home, parts.store, parts.clock, out, step=progress.step).written,
            )  # fmt: skip
            parts.door.record(self._role, "sync_bundle", name)
            return saved.told(parts)

        self._run("staff.sync_writing", write)

    @Slot(int)
    def choose(self, index: int) -> None:
        """Read a receipt, or come in by a code; the latter is the admin's."""
        file = self._files.file(index).path
        if self.working or not self.mayAct:
            return
        if file.suffix.lower() != CODE_ENDING:
            self._run("staff.sync_reading", lambda _: sync_acts.receipt(self._parts, self._role, file))
        elif self.mayEnrol:
            self._run("staff.sync_enrolling", lambda _: sync_acts.enrol(self._parts, self._role, *read_code(file)))
        else:
            self._tell(self._parts.say("staff.sync_admin_only"), good=False)

    def _enrol(self, address: str, code: str) -> None:
        self._run("staff.sync_enrolling", lambda _: sync_acts.enrol(self._parts, self._role, address, code))

    def _run(self, what: str, work: Any) -> None:
        def failed(error: KioskError | GivenUp) -> None:
            self._tell(
                self._parts.say("staff.export_given_up") if isinstance(error, GivenUp) else self._parts.tell(error),
                good=False,
            )
            self._look()

        def done(told: str) -> None:
            self._tell(told, good=True)
            self._look()

        self._message = ""
        self.changed.emit()
        self._work.run(self._parts.say(what), work, done, failed)

    def _tell(self, message: str, *, good: bool) -> None:
        self._message, self._good = message, good
        self.changed.emit()

    def _look(self) -> None:
        parts = self._parts

        def look() -> tuple[SyncStatus, Any, Link | None]:
            with parts.store.read() as connection:
                values = read_all(connection)
            return status.read(parts.home, parts.store, parts.clock.utc_ms()), values, sync_acts.tie(parts)

        self._background.run(look, self._show)

    def _show(self, found: tuple[SyncStatus, Any, Link | None]) -> None:
        before, (self._found, values, tie) = self._found, found
        self._enrolling.know(str(values["hub_address"]), tie)
        if self._found.enrolled and not before.enrolled:
            for key in (TAKE_HOME, "hub_sending"):  # the courier begins, and result cards lead to the hub
                self._parts.setting_changed(key, values[key])
        self.changed.emit()
