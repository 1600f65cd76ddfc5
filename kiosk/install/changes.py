"""What an installation does to a machine, one small change each: told before it is done, and undone by `uninstall`."""

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.core.words import say


@dataclass(frozen=True, slots=True)
class Machine:
    """Where changes go: `root` is `/`, or a folder that holds a machine's image; commands run only on the machine."""

    root: Path = Path("/")

    @property
    def is_live(self) -> bool:
        """Whether this is the machine we run on."""
        return self.root == Path("/")

    def at(self, path: str) -> Path:
        """The absolute `path`, within the image."""
        return self.root / path.lstrip("/")


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder is made; `owner` may write there. It stays when the program goes."""

    path: str
    owner: str = ""
    mode: int = 0o755

    def told(self, language: str) -> str:
        return say("install.told_folder", language, path=self.path, owner=self.owner or "root", mode=f"{self.mode:o}")

    def do(self, machine: Machine) -> None:
        place = machine.at(self.path)
        place.mkdir(parents=True, exist_ok=True)
        place.chmod(self.mode)
        if self.owner and machine.is_live:
            shutil.chown(place, self.owner, self.owner)

    def undo(self, machine: Machine) -> None:
        """Data stays."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of ours is written, with this text. `theirs`: the system had one of that name; it is laid aside and comes
    back when the program goes."""

    path: str
    text: str
    mode: int = 0o644
    theirs: bool = False

    def told(self, language: str) -> str:
        lines = "".join(f"\n      {line}" for line in self.text.splitlines())
        return say("install.told_file", language, path=self.path, mode=f"{self.mode:o}") + lines

    def do(self, machine: Machine) -> None:
        place = machine.at(self.path)
        place.parent.mkdir(parents=True, exist_ok=True)
        if self.theirs and not aside(place).exists():
            place.replace(aside(place))
        part = place.with_name(f".{place.name}.part")
        part.write_text(self.text, "utf-8")
        part.chmod(self.mode)
        part.replace(place)

    def undo(self, machine: Machine) -> None:
        place = machine.at(self.path)
        if not self.theirs:
            place.unlink(missing_ok=True)
        elif aside(place).exists():  # else the installation did not come as far as this
            aside(place).replace(place)


@dataclass(frozen=True, slots=True)
class Copy:
    """A folder of the program is copied whole, beside its place first, and put there by one rename."""

    source: str
    path: str

    def told(self, language: str) -> str:
        return say("install.told_copy", language, source=self.source, path=self.path)

    def do(self, machine: Machine) -> None:
        place = machine.at(self.path)
        part = place.with_name(f".{place.name}.part")
        shutil.rmtree(part, ignore_errors=True)
        shutil.copytree(self.source, part, symlinks=True)
        shutil.rmtree(place, ignore_errors=True)
        part.replace(place)

    def undo(self, machine: Machine) -> None:
        shutil.rmtree(machine.at(self.path), ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Link:
    """A symbolic link is set, in one step."""

    path: str
    target: str

    def told(self, language: str) -> str:
        return say("install.told_link", language, path=self.path, target=self.target)

    def do(self, machine: Machine) -> None:
        place = machine.at(self.path)
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_name(f".{place.name}.part")
        part.unlink(missing_ok=True)
        part.symlink_to(self.target)
        part.replace(place)

    def undo(self, machine: Machine) -> None:
        machine.at(self.path).unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the system runs, and another when the program goes (none: what it did stays).

    `unless` is a command whose success says that nothing is to be done.
    """

    words: tuple[str, ...]
    back: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    def told(self, language: str) -> str:
        return say("install.told_command", language, command=" ".join(self.words))

    def do(self, machine: Machine) -> None:
        if machine.is_live and not (self.unless and _run(self.unless).returncode == 0):
            done = _run(self.words)
            if done.returncode:
                raise KioskError("install.command_failed", done.stderr, command=" ".join(self.words))

    def undo(self, machine: Machine) -> None:
        # Best effort: what it undoes may have been undone by hand.
        if machine.is_live and self.back:
            _run(self.back)


Change = Folder | File | Copy | Link | Command


def aside(place: Path) -> Path:
    """Where a file that the system had is kept."""
    return place.with_name(f"{place.name}.before-fingertip-glow")


def _run(words: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    try:
        return subprocess.run(words, capture_output=True, text=True, check=False)
    except OSError as error:
        return subprocess.CompletedProcess(words, 127, "", str(error))
