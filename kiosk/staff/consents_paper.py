"""One form of the register on the screen: what it agrees to, and taking that back."""

import sqlite3
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.booth import CONSENT_KINDS, ConsentKind
from kiosk.core.errors import KioskError
from kiosk.privacy.erasure import Receipt
from kiosk.privacy.guardian import Guardian
from kiosk.staff.background import Background
from kiosk.staff.consents_forms import Form
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role, may_register

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
ALL = "all"


@QmlElement
class ConsentsPaper(QObject):
    """`withdrawn(receipt)` is called once consents were taken back; `None` when no take had to go."""

    changed = Signal()

    def __init__(
        self,
        parts: StaffParts,
        background: Background,
        role: Role,
        withdrawn: Callable[[Receipt | None], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._withdrawn = withdrawn
        self._form: Form | None = None
        self._terms = self._asked = self._message = ""
        self._going = 0
        self._busy = False

    def show(self, form: Form, terms: str) -> None:
        """This form, from now on."""
        self._form, self._terms = form, terms
        self._asked = self._message = ""
        self._busy = False
        self.changed.emit()

    @Property(str, notify=changed)
    def number(self) -> str:
        return self._form.number if self._form else ""

    @Property(str, notify=changed)
    def about(self) -> str:
        """Class, and the day on the paper."""
        if self._form is None:
            return ""
        signed = self._parts.say("booth_staff.signed_on", day=self._form.signed)
        return " · ".join(filter(None, (self._form.class_label, signed)))

    @Property(bool, notify=changed)
    def outdated(self) -> bool:
        """Whether the terms have changed since: it has to be signed anew before the child comes again."""
        return self._form is not None and bool(self._form.kinds) and not self._form.current(self._terms)

    @Property(str, notify=changed)
    def terms(self) -> str:
        """The version of the terms that hold today."""
        return self._terms

    @Property(bool, notify=changed)
    def mayWithdraw(self) -> bool:
        return may_register(self._role) and not self._busy

    @Property(list, notify=changed)
    def kinds(self) -> list[dict[str, Any]]:
        """The four consents: `{"key", "name", "help", "stands", "old", "asked"}`."""
        say, given = self._parts.say, self._form.kinds if self._form else {}
        return [
            {
                "key": kind,
                "name": say(f"booth_staff.kind_{kind}"),
                "help": say(f"booth_staff.kind_{kind}_help"),
                "stands": kind in given,
                "old": kind in given and given[kind] != self._terms,
                "asked": kind == self._asked,
            }
            for kind in CONSENT_KINDS
        ]

    @Property(bool, notify=changed)
    def allAsked(self) -> bool:
        """Whether the next touch takes everything back."""
        return self._asked == ALL

    @Property(str, notify=changed)
    def message(self) -> str:
        """What the next touch would erase, or what went wrong."""
        if self._message or not self._asked:
            return self._message
        return self._parts.say(
            "booth_staff.withdraw_sure" if self._going else "booth_staff.withdraw_none", count=self._going
        )

    @Slot(str)
    def withdraw(self, key: str) -> None:
        """Take one consent back, or `all` of them; the second touch does it."""
        form, keeper = self._form, self._parts.keeper
        if form is None or keeper is None or not self.mayWithdraw:
            return
        kinds = tuple(form.kinds) if key == ALL else tuple(kind for kind in form.kinds if kind == key)
        guardian = keeper.guardian()
        if self._asked != key:
            self._work(lambda: len(guardian.covered(form.voice, kinds)), lambda count: self._ask(key, count))
            return
        self._busy = True
        self.changed.emit()
        self._work(lambda: self._take_back(guardian, form, kinds), self._withdrawn)

    def _take_back(self, guardian: Guardian, form: Form, kinds: tuple[ConsentKind, ...]) -> Receipt | None:
        """Nobody records meanwhile by a consent that is gone: the voice leaves the booth, too."""
        assert self._parts.keeper
        guests = self._parts.keeper.guests
        if any(one.voice == form.voice for one in guests.present()):
            guests.leave()
        return guardian.withdraw(form.voice, kinds, self._role)

    def _ask(self, key: str, count: int) -> None:
        self._asked, self._going, self._message = key, count, ""
        self.changed.emit()

    def _work(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._background.run(work, then, failed=self._failed, expected=(KioskError, sqlite3.Error))

    def _failed(self, error: Exception) -> None:
        self._busy, self._asked = False, ""
        self._message = self._parts.tell(error) if isinstance(error, KioskError) else self._parts.say("staff.not_kept")
        self.changed.emit()
