"""The number pad at the door: entering, the very first PIN, and the way back with the recovery code."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.staff.background import Background
from kiosk.staff.door import Entry
from kiosk.staff.parts import StaffParts, span
from kiosk.staff.pins import LONGEST, RECOVERY_DIGITS, SHORTEST, in_groups
from kiosk.staff.recovery_paper_out import RecoveryPaper
from kiosk.staff.roles import Role

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stage:
    """One step at the pad. `digits` is how many are needed at least, `readable` whether they are shown as digits."""

    name: str
    digits: int = SHORTEST
    most: int = LONGEST
    readable: bool = False


STAGES = {
    stage.name: stage
    for stage in (
        Stage("enter"),
        Stage("confirm"),
        Stage("first"),
        Stage("first_again"),
        Stage("recover", RECOVERY_DIGITS, RECOVERY_DIGITS, readable=True),
        Stage("renew"),
        Stage("renew_again"),
        Stage("set"),
        Stage("set_again"),
        Stage("code", 0, 0),
        Stage("blind", 0, 0),
    )
}


@QmlElement
class PadViewModel(QObject):
    """`stage` is one of `STAGES`. What was typed never becomes a property, except a recovery code being copied.

    `finished(role)` is called when the pad has done its work: the door is open for `role`, or, with a `target`, that
    role's new PIN is kept. `again`: somebody is inside, and shows once more who it is.
    """

    changed = Signal()

    def __init__(
        self,
        parts: StaffParts,
        background: Background,
        finished: Callable[[Role], None],
        target: Role | None = None,
        parent: QObject | None = None,
        *,
        again: bool = False,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._finished = finished
        self._target = target
        self._again = again
        self._typed = self._chosen = self._recovery = self._message = ""
        self._locked_ms = 0
        self._busy = False
        self._stage = STAGES["enter"]
        self._paper = RecoveryPaper(parts, background, lambda: in_groups(self._code_shown), self)
        self.begin()

    def begin(self) -> None:
        """Stand at the door anew."""
        try:
            state = self._parts.door.state()
        except KioskError as trouble:
            self._show("blind", self._parts.say(trouble.code))
            return
        self._locked_ms = state.locked_ms
        inside = "set" if self._target else "confirm" if self._again else "enter"
        self._show("blind" if state.blind else "first" if state.fresh else inside)

    def tick(self) -> None:
        """Let the waiting time run down."""
        if self._locked_ms:
            self._locked_ms = self._parts.door.locked_ms()
            self.changed.emit()

    def refuse(self, message: str) -> None:
        """Ask once more, and say why."""
        self._show(self._stage.name, message)

    @Property(str, notify=changed)
    def stage(self) -> str:
        return self._stage.name

    @Property(str, notify=changed)
    def title(self) -> str:
        role = self._parts.say(f"staff.role_{self._target or 'admin'}")
        return self._parts.say(f"staff.pad_{self._words}", role=role)

    @Property(str, notify=changed)
    def hint(self) -> str:
        return self._parts.say(f"staff.pad_{self._words}_hint", least=SHORTEST)

    @Property(str, notify=changed)
    def message(self) -> str:
        """What went wrong, or how long to wait."""
        if self._waits:
            return self._parts.say("staff.locked", wait=span(self._locked_ms, self._parts.say))
        return self._message

    @Property(list, notify=changed)
    def troubles(self) -> list[str]:
        """What staff must know even if they cannot come in."""
        return self._parts.store.state().sentences(self._parts.language())

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many digits have been typed."""
        return len(self._typed)

    @Property(int, notify=changed)
    def least(self) -> int:
        return self._stage.digits

    @Property(str, notify=changed)
    def shown(self) -> str:
        """The recovery code: while it is typed from paper, and while it is to be copied onto paper."""
        if self._stage.name == "code":
            return in_groups(self._recovery)
        return in_groups(self._typed) if self._stage.readable else ""

    @Property(RecoveryPaper, constant=True)
    def paper(self) -> RecoveryPaper:
        """A new recovery code on its way to paper."""
        return self._paper

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """A PIN is being looked at."""
        return self._busy

    @Property(bool, notify=changed)
    def locked(self) -> bool:
        return self._waits

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether 确定 does something."""
        return not self._busy and not self._waits and len(self._typed) >= max(1, self._stage.digits)

    @Slot(str)
    def press(self, digit: str) -> None:
        """A key of the pad."""
        if self._busy or self._waits or len(self._typed) >= self._stage.most:
            return
        self._typed += digit
        self._message = ""
        self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Take the last digit back."""
        self._typed = self._typed[:-1]
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        self._typed = ""
        self.changed.emit()

    @Slot()
    def forgot(self) -> None:
        """The admin's PIN is lost: ask for the recovery code."""
        self._show("recover")

    @Slot()
    def back(self) -> None:
        """Out of the recovery."""
        self.begin()

    @Slot()
    def clean(self) -> None:
        """Lock the screen while it is wiped: nobody needs a PIN for that."""
        self._parts.door.record("", "cleaned")
        self._parts.clean()

    @Slot()
    def copied(self) -> None:
        """The recovery code is on paper: in."""
        self._recovery = ""
        self._finished("admin")

    @Slot()
    def confirm(self) -> None:
        """The typed digits count."""
        if not self.ready:
            return
        typed, self._typed = self._typed, ""
        door = self._parts.door
        match self._stage.name:
            case "enter" | "confirm":
                self._work(lambda: door.enter(typed), self._entered)
            case "recover":
                self._recovery = typed
                self._work(lambda: door.knows_recovery(typed), self._recovered)
            case "first" | "renew" | "set":
                self._choose(typed)
            case "first_again":
                self._repeat(typed, lambda: door.set_first_pin(typed))
            case "renew_again":
                code = self._recovery
                self._repeat(typed, lambda: door.recover(code, typed))
            case "set_again":
                self._repeat(typed, lambda: self._set(typed))

    @property
    def _code_shown(self) -> str:
        """The code to be copied: never the one that was typed."""
        return self._recovery if self._stage.name == "code" else ""

    @property
    def _words(self) -> str:
        return "locked" if self._waits else self._stage.name

    @property
    def _waits(self) -> bool:
        return self._locked_ms > 0 and self._stage.name in ("enter", "confirm")

    def _choose(self, typed: str) -> None:
        """A new PIN, before it is repeated."""
        following = f"{self._stage.name}_again"

        def good(_: None) -> None:
            self._chosen = typed
            self._show(following)

        self._work(lambda: self._parts.door.refuse_unfit(self._target or "admin", typed), good)

    def _repeat(self, typed: str, keep: Callable[[], str]) -> None:
        """A new PIN, repeated."""
        chosen, self._chosen = self._chosen, ""
        if typed != chosen:
            self._show(self._stage.name.removesuffix("_again"), self._parts.say("staff.pin_differs"))
        else:
            self._work(keep, self._kept)

    def _set(self, typed: str) -> str:
        assert self._target is not None
        self._parts.door.set_pin(self._target, typed)
        return ""

    def _kept(self, code: str) -> None:
        """The new PIN holds; where it came with a recovery code, that is to be copied first."""
        self._recovery = code
        self._paper.begin()
        if self._target is None:
            self._show("code")
        else:
            self._finished(self._target)

    def _entered(self, entry: Entry) -> None:
        self._locked_ms = entry.locked_ms
        if entry.role is not None:
            self._finished(entry.role)
        elif not entry.locked_ms:
            self.refuse(self._parts.say("staff.pin_wrong", left=entry.tries_left))

    def _recovered(self, known: bool) -> None:
        if known:
            self._show("renew")
        else:
            self._show("recover", self._parts.say("staff.recovery_wrong"))

    def _work(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        """Ask the door off the screen's thread; what it refuses is said here."""
        self._busy = True
        self.changed.emit()

        def done(result: T) -> None:
            self._busy = False
            then(result)
            self.changed.emit()

        def refused(error: Exception) -> None:
            self._busy = False
            assert isinstance(error, KioskError)
            again = self._stage.name.removesuffix("_again")
            self._show(again, self._parts.tell(error))

        self._background.run(work, done, failed=refused, expected=KioskError)

    def _show(self, stage: str, message: str = "") -> None:
        self._stage = STAGES[stage]
        self._typed = ""
        self._message = message
        self.changed.emit()
