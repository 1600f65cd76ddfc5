"""What lies on the sticks: files to choose from, or the reason why there are none."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

from kiosk.devices.drives import Stick
from kiosk.staff.background import Background
from kiosk.staff.parts import StaffParts
from kiosk.staff.stick_files import ENDINGS, Candidate, candidates

QML_IMPORT_NAME = "kiosk.staff"
QML_IMPORT_MAJOR_VERSION = 1
PATIENCE_MS = 5_000
"""So long a stick may take until the system has it mounted."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look at the sticks gave. `unreadable`: at least one of them could not be read."""

    files: Sequence[Candidate]
    unreadable: bool


@QmlElement
class StickModel(QObject):
    """Follows the sticks as they come and go. Files with one of `endings` count; `empty` says that there are none."""

    changed = Signal()

    def __init__(
        self,
        parts: StaffParts,
        background: Background,
        parent: QObject | None = None,
        endings: Collection[str] = ENDINGS,
        empty: str = "staff.stick_empty",
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._background = background
        self._endings = endings
        self._empty = empty
        self._files: Sequence[Candidate] = ()
        self._message = ""
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._run_out)
        parts.drives.changed.connect(self.look)

    @Property(list, notify=changed)
    def files(self) -> list[dict[str, Any]]:
        """Name, place and date of each."""
        return [
            {"name": one.path.name, "about": f"{one.path.parent.name} · {one.changed:%Y-%m-%d %H:%M}"}
            for one in self._files
        ]

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why there is nothing to choose; empty when there is."""
        return self._message

    def file(self, index: int) -> Candidate:
        """The file with this place in `files`."""
        return self._files[index]

    def stick_of(self, file: Candidate) -> Stick | None:
        """The stick that `file` lies on, while it is in."""
        return next((one for one in self._parts.drives.sticks if file.path.is_relative_to(one.path)), None)

    def look(self) -> None:
        """See what is plugged in and what lies on it."""
        sticks, unread = list(self._parts.drives.sticks), self._parts.drives.unread
        if not (unread and not sticks):
            self._patience.stop()
        if sticks:
            self._background.run(lambda: _seen(sticks, self._endings), self._show_seen)
        elif unread:
            self._patience.start()
            self._show((), "staff.stick_waiting")
        else:
            self._show((), "staff.stick_none")

    def _run_out(self) -> None:
        """Nothing of the stick was mounted in all that time."""
        self._show((), "staff.stick_unreadable")

    def _show_seen(self, seen: Seen) -> None:
        self._show(seen.files, "" if seen.files else "staff.stick_unreadable" if seen.unreadable else self._empty)

    def _show(self, files: Sequence[Candidate], words: str) -> None:
        self._files = files
        self._message = self._parts.say(words) if words else ""
        self.changed.emit()


def _seen(sticks: Sequence[Stick], endings: Collection[str]) -> Seen:
    """The files of all sticks; one that cannot be read hides no other's."""
    files: list[Candidate] = []
    unreadable = False
    for stick in sticks:
        try:
            files += candidates(stick.path, endings)
        except OSError:
            unreadable = True
    return Seen(files, unreadable)
