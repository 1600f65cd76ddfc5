"""The page that tells whether the kiosk is well."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.staff.background import Background
from kiosk.staff.health import Check, Ground, examine
from kiosk.staff.parts import StaffParts
from kiosk.staff.qt_fonts import ask_qt
from kiosk.staff.roles import Role

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
        self._looking = False

    working = False

    def arrive(self) -> None:
        """Look at everything."""
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

    @Slot()
    def look(self) -> None:
        """Look again."""
        if self._looking:
            return
        self._looking = True
        self.changed.emit()
        parts, fonts = self._parts, ask_qt()
        ground = Ground(
            home=parts.home,
            store=parts.store,
            clock=parts.clock,
            language=parts.language(),
            speech=parts.speech,
            sound=parts.sound,
            fonts=lambda: fonts,
            microphone=parts.microphone,
        )
        self._background.run(lambda: examine(ground), self._show)

    def _count(self, level: str) -> int:
        return sum(one.level == level for one in self._checks)

    def _show(self, checks: list[Check]) -> None:
        self._looking = False
        self._checks = checks
        self.changed.emit()
