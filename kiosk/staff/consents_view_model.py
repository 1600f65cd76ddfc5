"""The page of guardians' forms: find one, register one, take one back, and bring some into the booth."""

import sqlite3
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.broadcast.guests import MOST, Guest
from kiosk.core.booth import CONSENT_KINDS
from kiosk.core.errors import KioskError
from kiosk.privacy.erasure import Receipt
from kiosk.privacy.requests import local_date
from kiosk.staff.background import Background
from kiosk.staff.consents_entry import ConsentsEntry
from kiosk.staff.consents_forms import DIGITS, Form, read_forms
from kiosk.staff.consents_paper import ConsentsPaper
from kiosk.staff.consents_receipts import ConsentsReceipt
from kiosk.staff.export_choices import file_name
from kiosk.staff.parts import StaffParts
from kiosk.staff.privacy_office import Office
from kiosk.staff.privacy_paper_out import PaperOut
from kiosk.staff.roles import Role, may_register
from kiosk.store import settings

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
Stage = Literal["list", "entry", "paper", "receipt"]


@dataclass(frozen=True, slots=True)
class Register:
    """The forms, and by which terms the base keeps voices today."""

    forms: tuple[Form, ...] = ()
    terms: str = ""
    mode: str = ""
    named: bool = True


@QmlElement
class ConsentsViewModel(QObject):
    """`stage`: `list`; `entry` while a form is registered; `paper` with one open; `receipt` after an erasure."""

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._register = Register()
        self._entry = ConsentsEntry(parts, background, role, self._registered, self)
        self._paper = ConsentsPaper(parts, background, role, self._withdrawn, self)
        self._receipt = ConsentsReceipt(parts, background, self)
        self._blank = PaperOut(parts, background, self)
        self._stage: Stage = "list"
        self._typed = self._message = ""
        self._good = True
        self._chosen: list[str] = []

    working = False

    def arrive(self) -> None:
        """The list, with nobody chosen."""
        self._typed = self._message = ""
        self._chosen = []
        self._blank.clear()
        self._look()

    def stop(self) -> None:
        """Nothing runs for long here."""

    @Property(str, notify=changed)
    def stage(self) -> str:
        return self._stage

    @Property(ConsentsEntry, constant=True)
    def entry(self) -> ConsentsEntry:
        return self._entry

    @Property(ConsentsPaper, constant=True)
    def paper(self) -> ConsentsPaper:
        return self._paper

    @Property(ConsentsReceipt, constant=True)
    def receipt(self) -> ConsentsReceipt:
        return self._receipt

    @Property(PaperOut, constant=True)
    def blank(self) -> PaperOut:
        """The form to sign, on its way out."""
        return self._blank

    @Slot()
    def printBlank(self) -> None:
        """From the real settings: on paper where there is a printer, else as a file."""
        parts = self._parts
        if parts.keeper is None or not self.mayRegister:
            return
        now = parts.clock.utc_ms()
        office = Office(parts.home, parts.store, parts.keeper.guardian(), local_date(now), parts.language())
        if self._blank.canPrint:
            self._blank.print(lambda: office.paper("consent_form"))
        else:
            name = file_name(parts.say("privacy_staff.paper_consent_form"), now, "pdf")
            self._blank.save(name, lambda: office.paper("consent_form"))

    @Property(bool, notify=changed)
    def mayRegister(self) -> bool:
        return may_register(self._role)

    @Property(str, notify=changed)
    def typed(self) -> str:
        """What is looked for."""
        return self._typed

    @Property(list, notify=changed)
    def forms(self) -> list[dict[str, Any]]:
        """The forms whose number contains what was typed, the newest first."""
        present = [guest.voice for guest in self._parts.keeper.guests.present()] if self._parts.keeper else []
        return [
            {
                "key": one.voice,
                "number": one.number,
                "about": " · ".join(
                    filter(None, (one.class_label, self._parts.say("booth_staff.signed_on", day=one.signed)))
                ),
                "kinds": self._kinds(one),
                "state": self._state(one),
                "usable": self._usable(one),
                "chosen": one.voice in self._chosen,
                "present": one.voice in present,
            }
            for one in self._register.forms
            if self._typed in one.number
        ]

    @Property(int, notify=changed)
    def chosen(self) -> int:
        """How many are chosen for the booth."""
        return len(self._chosen)

    @Property(str, notify=changed)
    def notice(self) -> str:
        """What keeps the booth from keeping anything, whatever the forms say."""
        say = self._parts.say
        if self._register.mode and self._register.mode != "consent":
            return say(f"booth_staff.mode_is_{self._register.mode}")
        return "" if self._register.named else say("booth_staff.nobody_named")

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(bool, notify=changed)
    def good(self) -> bool:
        """Whether `message` is good news."""
        return self._good

    @Slot(str)
    def press(self, digit: str) -> None:
        """A key of the pad."""
        if len(self._typed) < DIGITS:
            self._typed += digit
            self.changed.emit()

    @Slot()
    def erase(self) -> None:
        self._typed = self._typed[:-1]
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        self._typed = ""
        self.changed.emit()

    @Slot(str)
    def choose(self, key: str) -> None:
        """For the booth, or no more."""
        form = self._form(key)
        self._message = ""
        if key in self._chosen:
            self._chosen.remove(key)
        elif not self._usable(form):
            closed = self._register.mode != "consent"
            code = f"mode_is_{self._register.mode}" if closed else "not_for_booth"
            self._message, self._good = self._parts.say(f"booth_staff.{code}", number=form.number), False
        elif len(self._chosen) >= MOST:
            self._message, self._good = self._parts.say("booth_staff.booth_full", most=MOST), False
        else:
            self._chosen.append(key)
        self.changed.emit()

    @Slot()
    def bringIn(self) -> None:
        """These children come into the booth now; nobody else is there any more."""
        if not self._chosen or self._parts.keeper is None:
            return
        guests = [Guest(one, self._form(one).number) for one in self._chosen]
        self._parts.keeper.guests.bring(guests)
        self._parts.door.record(self._role, "guests_in", str(len(guests)))
        self._message, self._good = self._parts.say("booth_staff.brought_in", count=len(guests)), True
        self._chosen, self._typed = [], ""
        self.changed.emit()

    @Slot(str)
    def open(self, key: str) -> None:
        """Look at one form."""
        self._paper.show(self._form(key), self._register.terms)
        self._turn("paper")

    @Slot()
    def begin(self) -> None:
        """Register a form; its number may have been looked for already."""
        if may_register(self._role):
            self._entry.begin(list(self._register.forms), self._register.terms, self._typed)
            self._turn("entry")

    @Slot()
    def back(self) -> None:
        """To the list."""
        self._message = ""
        self._look()

    def _turn(self, stage: Stage) -> None:
        self._stage, self._message = stage, ""
        self.changed.emit()

    def _registered(self, number: str) -> None:
        self._typed = ""
        self._message, self._good = self._parts.say("booth_staff.registered", number=number), True
        self._look()

    def _withdrawn(self, receipt: Receipt | None) -> None:
        self._chosen = []
        if receipt:
            self._receipt.show(receipt)
            self._stage = "receipt"
            self.changed.emit()
        else:
            self._message, self._good = self._parts.say("booth_staff.withdrawn_nothing"), True
            self._look()

    def _form(self, key: str) -> Form:
        return next(one for one in self._register.forms if one.voice == key)

    def _usable(self, form: Form) -> bool:
        """Whether its child may come in."""
        return self._register.mode == "consent" and form.may_record(self._register.terms)

    def _kinds(self, form: Form) -> str:
        names = [self._parts.say(f"booth_staff.kind_{kind}") for kind in CONSENT_KINDS if kind in form.kinds]
        return self._parts.say("staff.list_comma").join(names) or self._parts.say("booth_staff.kinds_none")

    def _state(self, form: Form) -> str:
        """`gone`, `old` or `good`."""
        return "gone" if not form.kinds else "good" if form.current(self._register.terms) else "old"

    def _look(self) -> None:
        """Back on the list once the register is read."""
        keeper = self._parts.keeper
        if keeper is None:
            return

        def work() -> Register:
            guardian = keeper.guardian()
            with self._parts.store.read() as connection:
                values = settings.read_all(connection)
            named = bool(values["privacy_officer"].strip())
            return Register(tuple(read_forms(guardian.consents)), guardian.terms(), values["booth_mode"], named)

        self._background.run(work, self._show, failed=self._failed, expected=(KioskError, sqlite3.Error))

    def _show(self, register: Register) -> None:
        self._register, self._stage = register, "list"
        known = {one.voice for one in register.forms}
        self._chosen = [one for one in self._chosen if one in known]
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self._message = self._parts.tell(error) if isinstance(error, KioskError) else self._parts.say("staff.not_read")
        self._good = False
        self.changed.emit()
