"""Sticks as they come and go, told on the screen's thread: within milliseconds on Linux, within a second elsewhere."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from kiosk.devices.drives import MOUNT_TABLE, Drives, Stick, system_drives

POLL_MS = 1000


class DriveWatch(QObject):
    """`changed` comes whenever a stick was mounted or is gone; `sticks` is the list as it is now, and `unread` names
    what is plugged in and cannot be read.

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
        self._unread = self._drives.unread()
        if MOUNT_TABLE.exists():
            self._table = os.open(MOUNT_TABLE, os.O_RDONLY | os.O_CLOEXEC)
            self._notifier = QSocketNotifier(self._table, QSocketNotifier.Type.Exception, self)
            self._notifier.activated.connect(self.look)
        # Nobody tells when a folder appears, or a medium that is not mounted.
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @property
    def sticks(self) -> list[Stick]:
        """The sticks at the last look."""
        return self._known

    @property
    def unread(self) -> list[str]:
        """The media that nothing could be read of at the last look; a stick is one until it is mounted."""
        return self._unread

    def look(self) -> None:
        """Look now."""
        found, unread = self._drives.sticks(), self._drives.unread()
        news = (_identity(found), unread) != (_identity(self._known), self._unread)
        self._known, self._unread = found, unread
        if news:
            self.changed.emit()

    def close(self) -> None:
        """Stop watching."""
        self._timer.stop()
        if self._table >= 0:
            self._notifier.setEnabled(False)
            os.close(self._table)
            self._table = -1


def _identity(sticks: list[Stick]) -> list[tuple[Path, bool]]:
    """What makes a list of sticks another one: free space does not."""
    return [(stick.path, stick.read_only) for stick in sticks]
