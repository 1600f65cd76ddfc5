"""The page where the admin gives each role its PIN."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.staff.background import Background
from kiosk.staff.pad_view_model import PadViewModel
from kiosk.staff.parts import StaffParts
from kiosk.staff.pins import in_groups
from kiosk.staff.recovery_paper_out import RecoveryPaper
from kiosk.staff.roles import ROLES, Role, pages_of

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PeopleViewModel(QObject):
    """`pad` is there while a PIN is being set; `code` holds a new recovery code until it is copied."""

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._inside = role
        self._known: frozenset[str] = frozenset()
        self._pads: dict[Role, PadViewModel] = {}
        self._pad: PadViewModel | None = None
        self._code = self._message = ""
        self._good = True
        self._leaving = ""
        self._paper = RecoveryPaper(parts, background, lambda: in_groups(self._code), self)

    working = False

    def arrive(self) -> None:
        """See who has a PIN."""
        self._pad = None
        self._code = self._message = self._leaving = ""
        self._look()

    def stop(self) -> None:
        """Nothing runs for long here."""

    @Property(list, notify=changed)
    def roles(self) -> list[dict[str, Any]]:
        """Each role: key, name, what it may see, whether it has a PIN, whether that can be removed."""
        say = self._parts.say
        return [
            {
                "key": role,
                "name": say(f"staff.role_{role}"),
                "sees": say("staff.list_comma").join(say(f"staff.page_{page}") for page in pages_of(role)),
                "hasPin": role in self._known,
                "removable": role in self._known and role != "admin",
                "leaving": role == self._leaving,
            }
            for role in ROLES
        ]

    @Property(str, notify=changed)
    def missing(self) -> str:
        """The names of the roles without a PIN."""
        names = [self._parts.say(f"staff.role_{role}") for role in ROLES if role not in self._known]
        return str(self._parts.say("staff.list_comma").join(names))

    @Property(QObject, notify=changed)
    def pad(self) -> QObject | None:
        return self._pad

    @Property(str, notify=changed)
    def code(self) -> str:
        return in_groups(self._code)

    @Property(RecoveryPaper, constant=True)
    def paper(self) -> RecoveryPaper:
        """The new code on its way to paper."""
        return self._paper

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._message

    @Property(bool, notify=changed)
    def good(self) -> bool:
        """Whether `message` is good news."""
        return self._good

    @Slot(str)
    def setPin(self, key: str) -> None:
        """Ask for a new PIN for the role `key`."""
        role = next(role for role in ROLES if role == key)
        if role not in self._pads:
            self._pads[role] = PadViewModel(self._parts, self._background, self._done, role, self)
        self._pad = self._pads[role]
        self._pad.begin()
        self._leaving = self._message = ""
        self.changed.emit()

    @Slot()
    def giveUp(self) -> None:
        """Back to the list."""
        self.arrive()

    @Slot(str)
    def removePin(self, key: str) -> None:
        """Take the PIN of `key` away; the second touch does it."""
        if self._leaving != key:
            self._leaving = key
            self._message = ""
            self.changed.emit()
            return
        role = next(role for role in ROLES if role == key)
        name = self._parts.say(f"staff.role_{role}")
        remove = self._parts.door.remove_pin
        self._work(lambda: remove(role, by=self._inside), lambda _: self._tell("staff.pin_gone", role=name))

    @Slot()
    def newCode(self) -> None:
        """Make another recovery code."""
        self._work(lambda: self._parts.door.new_recovery_code(by=self._inside), self._show_code)

    @Slot()
    def copied(self) -> None:
        """The recovery code is on paper."""
        self._tell("staff.code_copied")

    def _show_code(self, code: str) -> None:
        self._code = code
        self._paper.begin()
        self._message = ""
        self.changed.emit()

    def _done(self, role: Role) -> None:
        self._pad = None
        self._tell("staff.pin_kept", role=self._parts.say(f"staff.role_{role}"))

    def _tell(self, words: str, **params: str) -> None:
        self._code = self._leaving = ""
        self._message = self._parts.say(words, **params)
        self._good = True
        self._look()

    def _look(self) -> None:
        def show(known: frozenset[str]) -> None:
            self._known = known
            self.changed.emit()

        self._work(self._parts.door.roles, show)

    def _work(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        def refused(error: Exception) -> None:
            assert isinstance(error, KioskError)
            self._message = self._parts.tell(error)
            self._good = False
            self._leaving = ""
            self.changed.emit()

        self._background.run(work, then, failed=refused, expected=KioskError)
