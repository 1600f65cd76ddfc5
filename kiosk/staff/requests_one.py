"""One request: what is kept of the child, and the answer: shown, copied, corrected, erased, or refused."""

import sqlite3
from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.privacy.erasure import Receipt
from kiosk.privacy.requests import Outcome, Request, local_date
from kiosk.privacy.subject import Kept, erase, kept_of
from kiosk.staff import requests_kept
from kiosk.staff.background import Background
from kiosk.staff.consents_forms import stepped_day
from kiosk.staff.export_choices import file_name
from kiosk.staff.export_lock import ExportLock
from kiosk.staff.parts import StaffParts
from kiosk.staff.privacy_office import Office
from kiosk.staff.privacy_paper_out import PaperOut
from kiosk.staff.roles import Role
from kiosk.staff.stick_saving import Saved
from kiosk.store import settings

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class RequestsOne(QObject):
    """`over(request, receipts)` is called once it is answered; receipts are of what was erased."""

    changed = Signal()

    def __init__(
        self,
        parts: StaffParts,
        background: Background,
        role: Role,
        over: Callable[[Request, list[Receipt]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._over = over
        self._out = PaperOut(parts, background, self)
        self._out.changed.connect(self.changed)
        self._lock = ExportLock(self)
        self._request: Request | None = None
        self._kept: Kept | None = None
        self._asked = ""
        self._signed = date(2026, 1, 1)
        self._classes: list[str] = [""]
        self._class, self._years = 0, 3

    def show(self, request: Request) -> None:
        """This one, from now on."""
        self._request, self._kept, self._asked = request, None, ""
        self._out.clear()
        self._lock.cancel()
        self.changed.emit()
        keeper = self._parts.keeper
        if keeper is None:
            return

        def work() -> tuple[Kept, dict[str, Any]]:
            with self._parts.store.read() as connection:
                values = settings.read_all(connection)
            return kept_of(keeper.guardian(), request.form), values

        self._background.run(work, self._take, failed=self._out.failed, expected=(KioskError, sqlite3.Error))

    @Property(PaperOut, constant=True)
    def out(self) -> PaperOut:
        return self._out

    @Property(ExportLock, constant=True)
    def lock(self) -> ExportLock:
        """For the copy that the family takes along."""
        return self._lock

    @Property(str, notify=changed)
    def what(self) -> str:
        return self._request.what if self._request else ""

    @Property(str, notify=changed)
    def title(self) -> str:
        """The form's number and what is asked for."""
        if self._request is None:
            return ""
        what = self._parts.say(f"privacy_staff.right_{self._request.what}")
        return self._parts.say("privacy_staff.request_row", form=self._request.form, what=what)

    @Property(str, notify=changed)
    def about(self) -> str:
        """When it was asked, and when it is due."""
        one = self._request
        if one is None:
            return ""
        asked = local_date(one.asked_ms).strftime("%m-%d")
        return self._parts.say("privacy_staff.request_about", asked=asked, due=one.due.strftime("%m-%d"))

    @Property(list, notify=changed)
    def lines(self) -> list[str]:
        """What is kept, sentence by sentence."""
        if self._kept is None:
            return []
        return requests_kept.sentences(self._kept, self._years, self._parts.say)

    @Property(bool, notify=changed)
    def nothing(self) -> bool:
        """Whether nothing is kept: then that is the answer."""
        return self._kept is not None and not self._kept.anything

    @Property(bool, notify=changed)
    def correctable(self) -> bool:
        """Whether day and class can be put right."""
        one = self._request
        return one is not None and one.what == "correct" and self._kept is not None and bool(self._kept.consents)

    @Property(str, notify=changed)
    def signed(self) -> str:
        return self._signed.isoformat()

    @Property(str, notify=changed)
    def className(self) -> str:
        return self._classes[self._class] or self._parts.say("booth_staff.class_none")

    @Property(bool, notify=changed)
    def mayAnswer(self) -> bool:
        """Whether what is kept is known, and no paper is under way."""
        return self._kept is not None and not self._out.busy

    @Property(str, notify=changed)
    def actLabel(self) -> str:
        """What the page's one button does."""
        say = self._parts.say
        if self._asked == "act":
            return say("privacy_staff.act_again")
        return say("privacy_staff.act_nothing" if self.nothing else f"privacy_staff.act_{self.what or 'access'}")

    @Property(str, notify=changed)
    def refuseLabel(self) -> str:
        return self._parts.say(f"privacy_staff.act_{'again' if self._asked == 'refuse' else 'refuse'}")

    @Property(str, notify=changed)
    def hint(self) -> str:
        """What the next touch does, or what to check first."""
        say, kept = self._parts.say, self._kept
        if self._asked == "refuse":
            return say("privacy_staff.sure_refuse")
        if self._asked == "act" and kept:
            return say("privacy_staff.sure_delete", takes=len(kept.takes), codes=len(kept.codes))
        return say("privacy_staff.check_guardian")

    @Property(bool, notify=changed)
    def sure(self) -> bool:
        """Whether the next touch cannot be taken back."""
        return self._asked != ""

    @Slot(int)
    def stepDay(self, days: int) -> None:
        """The day on the paper, later or earlier."""
        self._signed = stepped_day(self._signed, days, local_date(self._parts.clock.utc_ms()))
        self.changed.emit()

    @Slot(int)
    def stepClass(self, step: int) -> None:
        """The next class of the base's list, or the one before."""
        self._class = (self._class + step) % len(self._classes)
        self.changed.emit()

    @Slot()
    def act(self) -> None:
        """Answer it. Erasing asks for a second touch."""
        request, kept = self._request, self._kept
        if request is None or kept is None or not self.mayAnswer:
            return
        if self.nothing:
            self._answer(request, "nothing_kept")
        elif request.what == "access":
            self._answer(request, "done")
        elif request.what == "copy":
            self._lock.ask(lambda password: self._copy(request, kept, password))
        elif request.what == "correct":
            self._correct(request, kept)
        elif self._asked != "act":
            self._ask("act")
        else:
            self._answer(request, "done", lambda office: erase(office.guardian, request.form, self._role))

    @Slot()
    def refuse(self) -> None:
        """Whoever asks is no guardian; the second touch says so."""
        if self._request is None or not self.mayAnswer:
            return
        if self._asked != "refuse":
            self._ask("refuse")
        else:
            self._answer(self._request, "refused")

    @Slot()
    def printList(self) -> None:
        """The list of what is kept, on paper."""
        request, kept, office = self._request, self._kept, self._office()
        if request and kept and office and self.mayAnswer:
            self._out.print(lambda: requests_kept.paper(office, request, kept))

    def _copy(self, request: Request, kept: Kept, password: str) -> None:
        """Onto a stick only: nothing of it stays in the kiosk's own folder."""
        office = self._office()
        if office is None:
            return
        if not self._out.hasStick:
            self._out.failed(KioskError("privacy_staff.no_stick"))
            return
        say = self._parts.say
        name = file_name(say("privacy_staff.copy_file", id=request.id), self._parts.clock.utc_ms(), "zip")

        def saved(found: Saved) -> None:
            detail = f"copy {request.id} sha256 {found.written.sha256[:16]}"
            self._parts.door.record(self._role, "exported", detail)
            self._answer(request, "done")

        self._out.save(name, lambda: requests_kept.pack(office, request, kept, self._role, password), saved)

    def _correct(self, request: Request, kept: Kept) -> None:
        signed, label = self._signed.isoformat(), self._classes[self._class]

        def work(office: Office) -> list[Receipt]:
            for voice in {one.voice for one in kept.consents}:
                office.guardian.consents.correct(voice, signed, label)
            return []

        self._answer(request, "done", work)

    def _answer(
        self, request: Request, outcome: Outcome, first: Callable[[Office], list[Receipt]] = lambda office: []
    ) -> None:
        office = self._office()
        if office is None:
            return

        def work() -> list[Receipt]:
            receipts = first(office)
            office.guardian.requests.answer(request, outcome, self._role)
            return receipts

        def done(receipts: list[Receipt]) -> None:
            self._asked = ""
            self._over(request, receipts)

        self._background.run(work, done, failed=self._out.failed, expected=(KioskError, sqlite3.Error))

    def _ask(self, what: str) -> None:
        self._asked = what
        self._out.clear()
        self.changed.emit()

    def _office(self) -> Office | None:
        parts = self._parts
        if parts.keeper is None:
            return None
        today = local_date(parts.clock.utc_ms())
        return Office(parts.home, parts.store, parts.keeper.guardian(), today, parts.language())

    def _take(self, found: tuple[Kept, dict[str, Any]]) -> None:
        self._kept, values = found
        self._years = int(values["years_register"])
        newest = self._kept.consents[0] if self._kept.consents else None
        label = newest.class_label if newest else ""
        self._classes = list(dict.fromkeys(["", *values["classes"], label]))
        self._class = self._classes.index(label)
        if newest and newest.signed:
            self._signed = date.fromisoformat(newest.signed)
        self.changed.emit()
