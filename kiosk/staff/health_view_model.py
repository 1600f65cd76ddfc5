"""The page that tells whether the kiosk is well."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.core.errors import KioskError
from kiosk.core.hours import EARLIEST_MS
from kiosk.staff.background import Background
from kiosk.staff.health import Check, Ground, examine
from kiosk.staff.parts import StaffParts
from kiosk.staff.qt_fonts import ask_qt
from kiosk.staff.roles import Role
from kiosk.staff.stick_saving import Saved, save
from kiosk.store.state import local_moment

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
LEVELS = ("error", "warning", "ok")


@QmlElement
class HealthViewModel(QObject):
    """`checks` are `{"name", "level", "what", "how"}`, what needs doing first."""

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._checks: list[Check] = []
        self._looking = self._saving = False
        self._message = ""
        self._good = True
        self._role = role

    @property
    def working(self) -> bool:
        """Whether a zip is being written."""
        return self._saving

    def arrive(self) -> None:
        """Look at everything."""
        self._message = ""
        self.look()

    def stop(self) -> None:
        """The checks are over in a moment."""

    @Property(list, notify=changed)
    def checks(self) -> list[dict[str, Any]]:
        rows = sorted(self._checks, key=lambda one: LEVELS.index(one.level))
        return [{"name": one.name, "level": one.level, "what": one.what, "how": one.how} for one in rows]

    @Property(bool, notify=changed)
    def looking(self) -> bool:
        return self._looking

    @Property(int, notify=changed)
    def errors(self) -> int:
        return self._count("error")

    @Property(int, notify=changed)
    def warnings(self) -> int:
        return self._count("warning")

    @Property(int, notify=changed)
    def good(self) -> int:
        return self._count("ok")

    @Property(str, notify=changed)
    def message(self) -> str:
        """What came of the last touch; empty before any."""
        return self._message

    @Property(bool, notify=changed)
    def well(self) -> bool:
        """Whether `message` is good news."""
        return self._good

    @Property(bool, notify=changed)
    def saving(self) -> bool:
        return self._saving

    @Property(str, notify=changed)
    def clockAsked(self) -> str:
        """The question whether the clock is right, while it may not be; nothing is ever rewritten because of it."""
        doubtful = any(one.name == "clock" and one.level == "error" for one in self._checks)
        return self._parts.say("staff.clock_asked", now=self._moment()) if doubtful else ""

    @Property(bool, notify=changed)
    def clockPossible(self) -> bool:
        """Whether the clock can be right at all."""
        return self._parts.clock.utc_ms() >= EARLIEST_MS

    @Slot(bool)
    def answerClock(self, right: bool) -> None:
        """What the person beside the machine says about the clock goes on record, and is looked at again."""
        self._parts.door.record(self._role, "clock_right" if right else "clock_wrong", self._moment())
        self._say("staff.clock_kept" if right else "staff.clock_mend", good=right)
        self._background.run(lambda: self._parts.store.flush(5), lambda _: self.look())

    @Slot()
    def clean(self) -> None:
        """Lock the screen for as long as it takes to wipe it."""
        self._parts.door.record(self._role, "cleaned")
        self._parts.clean()

    @Slot()
    def saveDiagnostics(self) -> None:
        """Put a zip for whoever maintains the kiosk onto the stick, or into the kiosk's folder."""
        if self._saving or not self._checks:
            return
        self._saving = True
        self._say("staff.diagnostics_writing", good=True)
        from kiosk.staff.diagnostics import write_diagnostics  # here for its cost: looking does without

        ground, checks = self._ground(), list(self._checks)
        day = self._moment().replace("-", "").replace(":", "").replace(" ", "-")
        name = self._parts.say("staff.diagnostics_file", moment=day)

        def work() -> Saved:
            return save(self._parts, name, lambda path: write_diagnostics(ground, checks, path))

        def saved(done: Saved) -> None:
            self._saving = False
            self._parts.door.record(self._role, "diagnosed")
            self._message, self._good = done.told(self._parts), True
            self.changed.emit()

        def failed(error: Exception) -> None:
            assert isinstance(error, KioskError)
            self._saving = False
            self._message, self._good = self._parts.tell(error), False
            self.changed.emit()

        self._background.run(work, saved, failed=failed, expected=KioskError)

    @Slot()
    def look(self) -> None:
        """Look again."""
        if self._looking:
            return
        self._looking = True
        self.changed.emit()
        ground = self._ground()
        self._background.run(lambda: examine(ground), self._show)

    def _ground(self) -> Ground:
        """What the checks look at; fonts are asked on the screen's thread."""
        parts, fonts = self._parts, ask_qt()
        return Ground(
            home=parts.home,
            store=parts.store,
            clock=parts.clock,
            language=parts.language(),
            speech=parts.speech,
            sound=parts.sound,
            fonts=lambda: fonts,
            microphone=parts.microphone,
            screen=parts.screen,
        )

    def _moment(self) -> str:
        return local_moment(self._parts.clock.utc_ms())

    def _say(self, code: str, *, good: bool) -> None:
        self._message, self._good = self._parts.say(code), good
        self.changed.emit()

    def _count(self, level: str) -> int:
        return sum(one.level == level for one in self._checks)

    def _show(self, checks: list[Check]) -> None:
        self._looking = False
        self._checks = checks
        self.changed.emit()
