"""Sticks as they come and go, told on the screen's thread: within milliseconds on Linux, within a second elsewhere."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from kiosk.devices.drives import MOUNT_TABLE, Drives, Stick, system_drives

POLL_MS = 1000


class DriveWatch(QObject):
    """`changed` comes whenever a stick was mounted or is gone; `sticks` is the list as it is now.

    `folders` count as sticks besides the system's own. Call `close` before the application ends.
    """

    changed = Signal()

    def __init__(
        self, folders: Sequence[Path] = (), drives: Drives | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._drives = drives or system_drives(folders)
        self._table = -1
        self._known = self._drives.sticks()
        if MOUNT_TABLE.exists():
            self._table = os.open(MOUNT_TABLE, os.O_RDONLY | os.O_CLOEXEC)
            self._notifier = QSocketNotifier(self._table, QSocketNotifier.Type.Exception, self)
            self._notifier.activated.connect(self.look)
        if folders or self._table < 0:  # nobody tells when a folder appears
            self._timer = QTimer(self, interval=POLL_MS)
            self._timer.timeout.connect(self.look)
            self._timer.start()

    @property
    def sticks(self) -> list[Stick]:
        """The sticks at the last look."""
        return self._known

    def look(self) -> None:
        """Look now."""
        found = self._drives.sticks()
        news = _identity(found) != _identity(self._known)
        self._known = found
        if news:
            self.changed.emit()

    def close(self) -> None:
        """Stop watching."""
        if self._table >= 0:
            self._notifier.setEnabled(False)
            os.close(self._table)
            self._table = -1


def _identity(sticks: list[Stick]) -> list[tuple[Path, bool]]:
    """What makes a list of sticks another one: free space does not."""
    return [(stick.path, stick.read_only) for stick in sticks]
