"""The page that greets staff: what matters today."""

import logging
import sqlite3
from typing import Any

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk import __version__
from kiosk.core.errors import KioskError
from kiosk.install.update import failed_version
from kiosk.staff.background import Background
from kiosk.staff.health_clock import is_doubtful, latest
from kiosk.staff.parts import StaffParts
from kiosk.staff.roles import Role
from kiosk.staff.today import Today, read_today
from kiosk.store.settings_file import NAME as SERVICE_FILE

log = logging.getLogger(__name__)
QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class TodayViewModel(QObject):
    """Figures are read off the screen's thread; `ready` says when they are there."""

    changed = Signal()

    def __init__(self, parts: StaffParts, background: Background, role: Role, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._role = role
        self._today: Today | None = None
        self._due: list[str] = []
        self._doubtful = False
        parts.drives.changed.connect(self.changed)

    working = False

    def arrive(self) -> None:
        """Read the figures."""
        self._background.run(self._read, self._show, failed=self._unread, expected=sqlite3.Error)

    def stop(self) -> None:
        """Nothing runs for long here."""

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        return self._today is not None

    @Property(int, notify=changed)
    def visits(self) -> int:
        return self._today.visits if self._today else 0

    @Property(int, notify=changed)
    def answers(self) -> int:
        return self._today.answers if self._today else 0

    @Property(int, notify=changed)
    def rightPercent(self) -> int:
        """Share of right answers in percent; -1 without answers."""
        today = self._today
        return round(100 * today.right / today.answers) if today and today.answers else -1

    @Property(int, notify=changed)
    def lanterns(self) -> int:
        return self._today.lanterns if self._today else 0

    @Property(list, notify=changed)
    def days(self) -> list[dict[str, Any]]:
        """The last seven days: `label`, `count`, `share` of the busiest, `today`."""
        days = self._today.days if self._today else ()
        most = max((count for _, count in days), default=0)
        return [
            {
                "label": self._parts.say(f"staff.weekday_{day.isoweekday()}"),
                "count": count,
                "share": count / most if most else 0.0,
                "today": day == days[-1][0],
            }
            for day, count in days
        ]

    @Property(list, notify=changed)
    def troubles(self) -> list[str]:
        """What staff must know, most pressing first."""
        told = self._parts.store.state().sentences(self._parts.language())
        doubtful = [self._parts.say("staff.clock_today")] if self._doubtful else []
        return [*told, *self._update(), *doubtful, *self._stick(), *self._due]

    def _read(self) -> tuple[Today, list[str], bool]:
        now = self._parts.clock.utc_ms()
        with self._parts.store.read() as connection:
            today, newest = read_today(connection, now), latest(connection)
        return today, self._privacy(), is_doubtful(now, newest)

    def _update(self) -> list[str]:
        """A new version did not open and was taken back."""
        failed = failed_version(self._parts.home)
        return [self._parts.say("staff.health_update_failed", version=__version__, failed=failed)] if failed else []

    def _stick(self) -> list[str]:
        """A service stick is plugged in: the admin can take its settings."""
        if self._role != "admin" or not any((one.path / SERVICE_FILE).is_file() for one in self._parts.drives.sticks):
            return []
        return [self._parts.say("settings.stick_found")]

    def _privacy(self) -> list[str]:
        """What is due to families and the authorities: the admin's to do."""
        keeper, parts = self._parts.keeper, self._parts
        if keeper is None or self._role != "admin":
            return []
        from kiosk.staff.privacy_look import look, notices  # here for its cost: other roles do without

        try:
            return notices(look(keeper.guardian(), parts.store, parts.clock.utc_ms()), parts.say)
        except KioskError as error:
            return [parts.tell(error)]

    def _show(self, found: tuple[Today, list[str], bool]) -> None:
        self._today, self._due, self._doubtful = found
        self.changed.emit()

    def _unread(self, failure: Exception) -> None:
        """Without figures the page still says what is the matter."""
        log.warning("today's figures cannot be read: %r", failure)
        self.changed.emit()
