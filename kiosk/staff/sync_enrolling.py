"""Coming in at a hub without typing: a scanner reads the hub's picture, or its number goes in on our own keys."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.staff.parts import StaffParts
from kiosk.sync.code import DIGITS, EnrolCode, scanned
from kiosk.sync.link import Link

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
_GROUP = 4


@QmlElement
class SyncEnrolling(QObject):
    """`step` is empty, `confirm` (something was scanned) or `pad`; `enrol(address, code)` is called once they are sure.

    `address` is where the number goes, with the hub's fingerprint behind a `#`; without one the keys are of no use.
    """

    changed = Signal()

    def __init__(self, parts: StaffParts, enrol: Callable[[str, str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._enrol = enrol
        self._step = ""
        self._known = ""
        self._address = ""
        self._code = ""
        self._message = ""

    def know(self, setting: str, tie: Link | None) -> None:
        """Where the number would go: the address of the settings, or of the hub that we have."""
        self._known = setting or (f"{tie.url}#{tie.fingerprint}" if tie else "")
        self.changed.emit()

    def hear(self, text: str) -> None:
        """A scanner typed `text`. Raises KioskError when it is no code."""
        self._address, self._code = scanned(text)
        EnrolCode.parse(self._code)
        self._go("confirm")

    @Property(str, notify=changed)
    def step(self) -> str:
        return self._step

    @property
    def may_type(self) -> bool:
        """Whether it is known where a number goes."""
        return bool(self._known)

    @Property(str, notify=changed)
    def url(self) -> str:
        """Of the hub that is to be entered."""
        return self._address.partition("#")[0]

    @Property(str, notify=changed)
    def mark(self) -> str:
        """How people tell that it is their hub: its certificate's fingerprint, as the hub shows it."""
        found = self._fingerprint()
        groups = " ".join(found[start : start + _GROUP] for start in range(0, len(found), _GROUP))
        return self._parts.say("staff.sync_mark", mark=groups) if found else self._parts.say("staff.sync_mark_system")

    @Property(str, notify=changed)
    def typed(self) -> str:
        """The digits so far, in groups of four."""
        return " ".join(self._code[start : start + _GROUP] for start in range(0, len(self._code), _GROUP))

    @Property(str, notify=changed)
    def message(self) -> str:
        """What is wrong with the number, once it is whole."""
        return self._message

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether it can be tried."""
        return self._step == "confirm" or (len(self._code) == DIGITS and not self._message)

    @Slot()
    def openPad(self) -> None:
        """Show our keys."""
        self._address, self._code = self._known, ""
        self._go("pad")

    @Slot(str)
    def press(self, digit: str) -> None:
        """One more digit."""
        if len(self._code) < DIGITS:
            self._type(self._code + digit)

    @Slot()
    def erase(self) -> None:
        """One less."""
        self._type(self._code[:-1])

    @Slot()
    def clear(self) -> None:
        """None."""
        self._type("")

    @Slot()
    def cancel(self) -> None:
        """Leave it."""
        self._go("")

    @Slot()
    def go(self) -> None:
        """Come in."""
        if self.ready:
            address, code = self._address, self._code
            self._go("")
            self._enrol(address, code)

    def _type(self, code: str) -> None:
        self._code, self._message = code, ""
        if len(code) == DIGITS:
            try:
                EnrolCode.of_number(code, b"")
            except KioskError as error:
                self._message = self._parts.tell(error)
        self.changed.emit()

    def _fingerprint(self) -> str:
        if self._step == "confirm":
            return EnrolCode.parse(self._code).fingerprint.hex()
        return self._address.partition("#")[2]

    def _go(self, step: str) -> None:
        self._step, self._message = step, ""
        self.changed.emit()
