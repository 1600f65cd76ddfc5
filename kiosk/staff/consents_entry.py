"""Registering a guardian's paper form: its number on our own keys, the day it was signed, a class, four consents."""

import sqlite3
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.booth import CONSENT_KINDS, ConsentKind
from kiosk.core.errors import KioskError
from kiosk.privacy.guardian import Guardian
from kiosk.staff.background import Background
from kiosk.staff.consents_forms import DIGITS, Form, stepped_day
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.store import settings

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ConsentsEntry(QObject):
    """`done(number)` is called once the form is in the register."""

    changed = Signal()

    def __init__(
        self,
        parts: StaffParts,
        background: Background,
        role: Role,
        done: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._done = done
        self._forms: list[Form] = []
        self._terms = self._number = self._message = ""
        self._signed = date(2026, 1, 1)
        self._classes: list[str] = []
        self._class = 0
        self._kinds: set[ConsentKind] = set()
        self._busy = False

    def begin(self, forms: list[Form], terms: str, number: str) -> None:
        """An empty form, its number perhaps typed already; `forms` are those that the register knows."""
        self._forms, self._terms, self._number = forms, terms, number
        self._message, self._busy, self._class = "", False, 0
        self._signed = self._today()
        self._kinds = set()
        try:
            with self._parts.store.read() as connection:
                self._classes = ["", *settings.read_all(connection)["classes"]]
        except sqlite3.Error:
            self._classes = [""]
        self._take_over()

    @Property(str, notify=changed)
    def number(self) -> str:
        return self._number

    @Property(str, notify=changed)
    def signed(self) -> str:
        """The day on the paper."""
        return self._signed.isoformat()

    @Property(bool, notify=changed)
    def isToday(self) -> bool:
        """Whether it was signed today: no later day can be chosen."""
        return self._signed >= self._today()

    @Property(str, notify=changed)
    def className(self) -> str:
        return self._classes[self._class] or self._parts.say("booth_staff.class_none")

    @Property(bool, notify=changed)
    def hasClasses(self) -> bool:
        """Whether the base has a list of classes to choose from."""
        return len(self._classes) > 1

    @Property(list, notify=changed)
    def kinds(self) -> list[dict[str, Any]]:
        """The four consents: `{"key", "name", "help", "chosen", "stands"}`; what stands already stays chosen."""
        say = self._parts.say
        return [
            {
                "key": kind,
                "name": say(f"booth_staff.kind_{kind}"),
                "help": say(f"booth_staff.kind_{kind}_help"),
                "chosen": kind in self._kinds or kind in self._standing(),
                "stands": kind in self._standing(),
            }
            for kind in CONSENT_KINDS
        ]

    @Property(str, notify=changed)
    def terms(self) -> str:
        return self._terms

    @Property(str, notify=changed)
    def message(self) -> str:
        """What went wrong, or what to know of this number."""
        if self._message:
            return self._message
        chosen, say = self._kinds | self._standing(), self._parts.say
        if chosen and not {"record", "keep"} <= chosen and chosen - {"record"}:
            return say("booth_staff.kind_without_keep" if "record" in chosen else "booth_staff.kind_without_record")
        known = self._known()
        if known is None:
            return ""
        return say("booth_staff.form_known" if known.current(self._terms) else "booth_staff.form_old_terms")

    @Property(bool, notify=changed)
    def wrong(self) -> bool:
        """Whether `message` tells of a failure."""
        return bool(self._message)

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether it can be registered."""
        return bool(self._number and self._kinds - self._standing()) and not self._busy

    @Slot(str)
    def press(self, digit: str) -> None:
        """A key of the pad."""
        if len(self._number) < DIGITS and digit.isdigit():
            self._number += digit
            self._take_over()

    @Slot()
    def erase(self) -> None:
        self._number = self._number[:-1]
        self._take_over()

    @Slot()
    def clear(self) -> None:
        self._number = ""
        self._take_over()

    @Slot(int)
    def stepDay(self, days: int) -> None:
        """The day on the paper, later or earlier."""
        self._signed = stepped_day(self._signed, days, self._today())
        self.changed.emit()

    @Slot(int)
    def stepClass(self, step: int) -> None:
        """The next class of the base's list, or the one before."""
        self._class = (self._class + step) % len(self._classes)
        self.changed.emit()

    @Slot(str)
    def toggle(self, key: str) -> None:
        """A consent is on the paper, or is not."""
        kind = next(one for one in CONSENT_KINDS if one == key)
        if kind in self._standing():
            self._message = self._parts.say("booth_staff.kind_stands")
        else:
            self._kinds ^= {kind}
            self._message = ""
        self.changed.emit()

    @Slot()
    def register(self) -> None:
        """Into the register with it."""
        keeper = self._parts.keeper
        if not self.ready or keeper is None:
            return
        self._busy = True
        self.changed.emit()
        number, signed, kinds = self._number, self.signed, tuple(self._kinds - self._standing())
        class_label, guardian = self._classes[self._class], keeper.guardian()

        def failed(error: Exception) -> None:
            self._busy = False
            told = self._parts.tell(error) if isinstance(error, KioskError) else self._parts.say("staff.not_kept")
            self._message = told
            self.changed.emit()

        self._background.run(
            lambda: self._give(guardian, number, str(signed), kinds, class_label),
            lambda _: self._done(number),
            failed=failed,
            expected=(KioskError, sqlite3.Error),
        )

    def _give(
        self, guardian: Guardian, number: str, signed: str, kinds: tuple[ConsentKind, ...], class_label: str
    ) -> None:
        guardian.consents.give(number, signed, kinds, guardian.terms(), self._role, class_label)

    def _take_over(self) -> None:
        """What the register knows of this number stands here, too."""
        self._message = ""
        known = self._known()
        if known and known.class_label in self._classes:
            self._class = self._classes.index(known.class_label)
        self.changed.emit()

    def _known(self) -> Form | None:
        return next((one for one in self._forms if one.number == self._number and one.kinds), None)

    def _standing(self) -> set[ConsentKind]:
        """What was agreed to by today's terms: only a withdrawal ends it."""
        known = self._known()
        return {kind for kind, terms in known.kinds.items() if terms == self._terms} if known else set()

    def _today(self) -> date:
        return datetime.fromtimestamp(self._parts.clock.utc_ms() / 1000).date()
