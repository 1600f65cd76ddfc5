"""泄露处置: what happened, the steps with their clocks, each on record as it is done."""

import sqlite3
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.privacy.incidents import HOUR_MS, KINDS, STEPS, Incident
from kiosk.staff.background import Background
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.store.state import local_moment

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
TICK_MS = 10_000


@QmlElement
class BreachViewModel(QObject):
    """`stage`: `kinds` while nothing goes on, else `steps`. What is done here cannot be taken back."""

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._going: list[Incident] = []
        self._past = 0
        self._place = 0
        self._more = False
        self._asked = self._message = ""
        self._good = True
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.changed)
        self._timer.start()

    working = False

    def arrive(self) -> None:
        """What goes on."""
        self._asked = self._message = ""
        self._more = False
        self._look()

    def stop(self) -> None:
        """The clocks need nobody who looks."""
        self._timer.stop()

    @Property(str, notify=changed)
    def stage(self) -> str:
        return "steps" if self._going and not self._more else "kinds"

    @Property(bool, notify=changed)
    def mayAct(self) -> bool:
        """Whether this role deals with it; an auditor only reads."""
        return self._role == "admin"

    @Property(list, notify=changed)
    def kinds(self) -> list[dict[str, Any]]:
        """What may have happened: `{"key", "name", "asked"}`."""
        say = self._parts.say
        return [
            {"key": kind, "name": say(f"privacy_staff.incident_{kind}"), "asked": self._asked == kind} for kind in KINDS
        ]

    @Property(str, notify=changed)
    def title(self) -> str:
        """What is dealt with, and since when."""
        one = self._now()
        if one is None:
            return ""
        what = self._parts.say(f"privacy_staff.incident_{one.what}")
        return self._parts.say("privacy_staff.incident_since", what=what, when=local_moment(one.opened_ms))

    @Property(int, notify=changed)
    def count(self) -> int:
        """How many go on at once."""
        return len(self._going)

    @Property(list, notify=changed)
    def steps(self) -> list[dict[str, Any]]:
        """The steps of this one: `{"key", "name", "help", "done", "late", "time"}`."""
        one, now = self._now(), self._parts.clock.utc_ms()
        if one is None:
            return []
        return [
            {
                "key": step,
                "name": self._parts.say(f"privacy_staff.step_{step}"),
                "help": self._parts.say(f"privacy_staff.step_{step}_help"),
                "done": step in one.steps,
                "late": step not in one.steps and now > one.due_ms(step),
                "time": self._time(one, step, now),
            }
            for step in STEPS
        ]

    @Property(bool, notify=changed)
    def complete(self) -> bool:
        """Whether it can be closed."""
        one = self._now()
        return one is not None and one.done

    @Property(str, notify=changed)
    def past(self) -> str:
        return self._parts.say("privacy_staff.incident_past", count=self._past) if self._past else ""

    @Property(str, notify=changed)
    def message(self) -> str:
        if self._message or not self._asked:
            return self._message
        return self._parts.say(f"privacy_staff.incident_{'nothing' if self._asked == 'nothing' else 'sure'}")

    @Property(bool, notify=changed)
    def good(self) -> bool:
        return self._good and not self._asked

    @Slot(str)
    def begin(self, kind: str) -> None:
        """It happened: the second touch begins, and the clock runs."""
        if not self.mayAct:
            return
        if self._asked != kind:
            self._ask(kind)
            return
        if self._parts.keeper:
            self._parts.keeper.guardian().incidents.open(kind, self._role)
        self._place, self._more = 0, False
        self._settled("")

    @Slot(str)
    def do(self, step: str) -> None:
        """A step is done; it is on record at once."""
        one, keeper = self._now(), self._parts.keeper
        if one and keeper and self.mayAct and step not in one.steps:
            keeper.guardian().incidents.step(one, step, self._role)
            self._settled("")

    @Slot()
    def close(self) -> None:
        """All steps are done."""
        self._end("done")

    @Slot()
    def nothing(self) -> None:
        """It was a false alarm; the second touch says so."""
        if self._asked != "nothing":
            self._ask("nothing")
        else:
            self._end("nothing")

    @Slot()
    def another(self) -> None:
        """Something else happened meanwhile; or back to what goes on."""
        self._more = not self._more
        self._asked = self._message = ""
        self.changed.emit()

    @Slot()
    def following(self) -> None:
        """The next of those that go on."""
        self._place = (self._place + 1) % max(1, len(self._going))
        self._asked = self._message = ""
        self.changed.emit()

    def _end(self, outcome: Any) -> None:
        one, keeper = self._now(), self._parts.keeper
        if one is None or keeper is None or not self.mayAct:
            return
        try:
            keeper.guardian().incidents.close(one, outcome, self._role)
        except KioskError as error:
            self._asked, self._message, self._good = "", self._parts.tell(error), False
            self.changed.emit()
            return
        self._place = 0
        self._settled(self._parts.say("privacy_staff.incident_over"))

    def _ask(self, what: str) -> None:
        self._asked, self._message = what, ""
        self.changed.emit()

    def _settled(self, message: str) -> None:
        self._asked, self._message, self._good = "", message, True
        self._look()

    def _now(self) -> Incident | None:
        return self._going[self._place % len(self._going)] if self._going else None

    def _time(self, one: Incident, step: str, now: int) -> str:
        say = self._parts.say
        if step in one.steps:
            return say("privacy_staff.step_done", time=local_moment(one.steps[step])[5:])
        left = one.due_ms(step) - now
        code = "step_left" if left >= 0 else "step_late"
        return say(f"privacy_staff.{code}", left=self._span(abs(left)))

    def _span(self, milliseconds: int) -> str:
        hours, minutes = milliseconds // HOUR_MS, milliseconds % HOUR_MS // 60_000
        if hours >= 48:
            return self._parts.say("privacy_staff.days_hours", days=hours // 24, hours=hours % 24)
        return self._parts.say("privacy_staff.hours", hours=hours, minutes=minutes)

    def _look(self) -> None:
        keeper = self._parts.keeper
        if keeper is None:
            return

        def work() -> list[Incident]:
            self._parts.store.flush(5)
            return keeper.guardian().incidents.all()

        def show(found: list[Incident]) -> None:
            self._going = [one for one in found if not one.closed][::-1]
            self._past = len(found) - len(self._going)
            self.changed.emit()

        def failed(error: Exception) -> None:
            told = self._parts.tell(error) if isinstance(error, KioskError) else self._parts.say("staff.not_read")
            self._message, self._good = told, False
            self.changed.emit()

        self._background.run(work, show, failed=failed, expected=(KioskError, sqlite3.Error))
