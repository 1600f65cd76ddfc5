"""An update that staff ask for on the screen: the kiosk's user names a file, a unit of root's takes it.

Both speak by two files in the data folder: `update-request` (the path on a stick) and `update-progress` (JSON: the
fields of `Told`). What is asked for is not trusted: it must lie on a stick, and be signed with the release key.
"""

import json
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from kiosk.core.errors import KioskError
from kiosk.install import release, update
from kiosk.install.owner import as_owner
from kiosk.install.update import Place

UNIT = "fingertip-glow-update.service"
REQUEST, PROGRESS = "update-request", "update-progress"
STICKS = Path("/media/fingertip-glow")
"""Where the installed kiosk's sticks are mounted."""
EVERY_S = 0.2
WORKING, DONE, FAILED = "working", "done", "failed"
SILENT_S = 180.0
"""After so long without a word nobody is at work any more: trying a new program out takes a minute at most."""


@dataclass(frozen=True, slots=True)
class Told:
    """How far it is: `done` of `whole` bytes; at the end the version in use, or why it failed (a words code)."""

    state: str
    version: str = ""
    done: int = 0
    whole: int = 0
    code: str = ""
    params: dict[str, Any] = field(default_factory=dict)


def ask(data: Path, path: Path) -> None:
    """Ask for the release at `path`. Raises OSError."""
    update.write_whole(data / PROGRESS, _line(Told(WORKING)))
    update.write_whole(data / REQUEST, f"{path}\n")


def told(data: Path) -> Told | None:
    """What was last told of an update; None when nothing was, or nobody has said a word for long."""
    path = data / PROGRESS
    try:
        found = Told(**json.loads(path.read_text("utf-8")))
        silent = time.time() - path.stat().st_mtime > SILENT_S
    except (OSError, ValueError, TypeError):
        return None
    return None if found.state == WORKING and silent else found


def forget(data: Path) -> None:
    """What was told has been read."""
    with suppress(OSError):
        (data / PROGRESS).unlink(missing_ok=True)


def take(place: Place, key: str, sticks: Path = STICKS) -> str:
    """Install what was asked for; the version. Tells how far it is. Raises what `update.apply` raises, and KioskError
    `install.request_none` when nothing on a stick was asked for."""
    try:
        version = update.apply(place, _requested(place.data, sticks), key, _Teller(place.data).step)
    except KioskError as error:
        _tell(place.data, Told(FAILED, code=error.code, params=error.params))
        raise
    except BaseException:
        _tell(place.data, Told(FAILED, code="install.update_stopped"))
        raise
    _tell(place.data, Told(DONE, version))
    return version


def _requested(data: Path, sticks: Path) -> Path:
    """The file that was asked for; the request is answered by this and gone."""
    try:
        with as_owner(data):
            text = (data / REQUEST).read_text("utf-8").strip()
            (data / REQUEST).unlink()
        path = Path(text).resolve(strict=True)
    except (OSError, ValueError, RuntimeError) as error:
        raise KioskError("install.request_none", repr(error)) from error
    if path.suffix != release.ENDING or not path.is_relative_to(sticks.resolve()) or not path.is_file():
        raise KioskError("install.request_none", str(path))
    return path


class _Teller:
    """Tells bytes as they come, a few times a second."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._next = 0.0

    def step(self, done: int, whole: int) -> None:
        if time.monotonic() >= self._next or done == whole:
            self._next = time.monotonic() + EVERY_S
            _tell(self._data, Told(WORKING, done=done, whole=whole))


def _tell(data: Path, what: Told) -> None:
    with as_owner(data):
        update.write_whole(data / PROGRESS, _line(what))


def _line(what: Told) -> str:
    return json.dumps(asdict(what), default=str)
