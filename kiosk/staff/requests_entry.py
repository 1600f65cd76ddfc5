"""Registering a family's request: the number of its form, or its return code, and what it asks for."""

import sqlite3
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.core.returning import LENGTH, PICTURES
from kiosk.privacy.requests import RIGHTS, Request, Right
from kiosk.staff.background import Background
from kiosk.staff.consents_forms import DIGITS
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.store import settings

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class RequestsEntry(QObject):
    """`done(request)` is called once it is registered; `byCode` while three pictures are asked for."""

    changed = Signal()

    def __init__(
        self,
        parts: StaffParts,
        background: Background,
        role: Role,
        done: Callable[[Request], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._done = done
        self._number = self._message = ""
        self._what: Right | None = None
        self._code: list[str] = []
        self._classes: list[str] = []
        self._class = 0
        self._by_code = self._busy = False

    def begin(self) -> None:
        """An empty request."""
        self._number = self._message = ""
        self._what, self._code, self._class = None, [], 0
        self._by_code = self._busy = False
        try:
            with self._parts.store.read() as connection:
                self._classes = ["", *settings.read_all(connection)["classes"]]
        except sqlite3.Error:
            self._classes = [""]
        self.changed.emit()

    @Property(str, notify=changed)
    def number(self) -> str:
        return self._number

    @Property(bool, notify=changed)
    def byCode(self) -> bool:
        return self._by_code

    @Property(list, notify=changed)
    def rights(self) -> list[dict[str, Any]]:
        """What can be asked for: `{"key", "name", "help", "chosen"}`."""
        say = self._parts.say
        return [
            {
                "key": right,
                "name": say(f"privacy_staff.right_{right}"),
                "help": say(f"privacy_staff.right_{right}_help"),
                "chosen": right == self._what,
            }
            for right in RIGHTS
        ]

    @Property(list, notify=changed)
    def pictures(self) -> list[dict[str, Any]]:
        """The sixteen pictures: `{"key", "place"}`, the place from 1 once chosen."""
        return [{"key": name, "place": self._code.index(name) + 1 if name in self._code else 0} for name in PICTURES]

    @Property(str, notify=changed)
    def className(self) -> str:
        return self._classes[self._class] if self._class else self._parts.say("booth_staff.class_none")

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether it can be registered."""
        known = len(self._code) == LENGTH if self._by_code else bool(self._number)
        return known and self._what is not None and not self._busy

    @Slot(str)
    def press(self, digit: str) -> None:
        """A key of the pad."""
        if len(self._number) < DIGITS and digit.isdigit():
            self._number += digit
            self._say("")

    @Slot()
    def erase(self) -> None:
        self._number = self._number[:-1]
        self._say("")

    @Slot()
    def clear(self) -> None:
        self._number = ""
        self._say("")

    @Slot()
    def turn(self) -> None:
        """From the number to the pictures, or back."""
        self._by_code = not self._by_code
        self._say("")

    @Slot(str)
    def touchPicture(self, name: str) -> None:
        """One more picture of the code, or one less."""
        if name in self._code:
            self._code.remove(name)
        elif len(self._code) < LENGTH and name in PICTURES:
            self._code.append(name)
        self._say("")

    @Slot(int)
    def stepClass(self, step: int) -> None:
        """The next class of the base's list, or the one before."""
        self._class = (self._class + step) % len(self._classes)
        self.changed.emit()

    @Slot(str)
    def choose(self, key: str) -> None:
        """What is asked for."""
        self._what = next(one for one in RIGHTS if one == key)
        self._say("")

    @Slot()
    def register(self) -> None:
        """On record, with its due day."""
        keeper, what = self._parts.keeper, self._what
        if keeper is None or what is None or not self.ready:
            return
        self._busy = True
        self.changed.emit()
        number, code = self._number, tuple(self._code) if self._by_code else ()
        label = self._classes[self._class]

        def work() -> Request:
            guardian = keeper.guardian()
            form = guardian.codes.form_of(label, code) if code else number
            if not form:
                raise KioskError("privacy.request_unknown")
            return guardian.requests.ask(form, what, self._role)

        self._background.run(work, self._done, failed=self._failed, expected=(KioskError, sqlite3.Error))

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._say(self._parts.tell(error) if isinstance(error, KioskError) else self._parts.say("staff.not_kept"))

    def _say(self, message: str) -> None:
        self._message = message
        self.changed.emit()
