"""Where a file may go: sticks that can be written, then the kiosk's own folder."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.devices.drives import Stick
from kiosk.devices.stick_writing import StickWriter
from kiosk.staff.export_choices import HOME_FOLDER
from kiosk.staff.parts import StaffParts

MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Target:
    """Where the file may go; `stick` is the stick that `folder` is, if it is one."""

    folder: Path
    name: str
    stick: Stick | None = None


class Targets:
    """The places there are now, and the one that was picked."""

    def __init__(self, parts: StaffParts) -> None:
        self._parts = parts
        self._writer = StickWriter()
        self._found: list[Target] = []
        self._picked = 0

    def look(self) -> None:
        """See which sticks are in; what was picked stays picked while it is there."""
        say, before = self._parts.say, self.picked
        sticks = [stick for stick in self._parts.drives.sticks if self._writer.may_write(stick)]
        self._found = [
            Target(stick.path, say("staff.target_stick", name=stick.label, free=size(stick.free_bytes)), stick)
            for stick in sticks
        ]
        self._found.append(Target(self._parts.home / HOME_FOLDER, say("staff.target_home")))
        folders = [target.folder for target in self._found]
        self._picked = folders.index(before.folder) if before and before.folder in folders else 0

    @property
    def picked(self) -> Target | None:
        """Where the file is to go; `None` before anybody looked."""
        return self._found[self._picked] if self._picked < len(self._found) else None

    @property
    def choices(self) -> list[dict[str, Any]]:
        """All places, for a row of buttons."""
        return [
            {"key": str(place), "name": target.name, "chosen": place == self._picked}
            for place, target in enumerate(self._found)
        ]

    def pick(self, key: str) -> None:
        """Take the place of that key."""
        self._picked = int(key)

    @contextmanager
    def opened(self, target: Target) -> Iterator[None]:
        """While files are written there: an installed kiosk mounts sticks to be read."""
        if target.stick is None:
            target.folder.mkdir(exist_ok=True)
        with self._writer.opened(target.stick) if target.stick else nullcontext():
            yield


def size(bytes_: int) -> str:
    """So many bytes as people say it."""
    if bytes_ < MB:
        return f"{bytes_ / 1024:.0f} KB"
    return f"{bytes_ / MB:.1f} MB" if bytes_ < 1024 * MB else f"{bytes_ / MB / 1024:.1f} GB"


def digest_in_groups(sha256: str) -> str:
    """A digest that a person can compare."""
    return " ".join(sha256[start : start + 8] for start in range(0, len(sha256), 8))
