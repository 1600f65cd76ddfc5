"""The whole installation on Linux as a list of changes: a kiosk that starts by itself and lets nobody out.

The files themselves lie in `packaging/linux/`, with `{user}` and the like to be filled in.
"""

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kiosk import __version__
from kiosk.core.errors import KioskError
from kiosk.core.places import program_folder
from kiosk.install import asked
from kiosk.install.changes import Change, Command, Copy, File, Folder, Link, Machine, aside

PLACE = "/opt/fingertip-glow"
DATA = "/var/lib/fingertip-glow"
SETTINGS = "/etc/fingertip-glow"
RECORD = f"{SETTINGS}/installed.json"
"""What was done, for `kiosk uninstall`."""
UNIT = "fingertip-glow.service"
FILES = {
    "fingertip-glow.service": f"/etc/systemd/system/{UNIT}",
    "fingertip-glow-key.conf": f"/etc/systemd/system/{UNIT}.d/key.conf",
    "fingertip-glow-update.service": f"/etc/systemd/system/{asked.UNIT}",
    "fingertip-glow-stick@.service": "/etc/systemd/system/fingertip-glow-stick@.service",
    "fingertip-glow-stick-write@.service": "/etc/systemd/system/fingertip-glow-stick-write@.service",
    "90-fingertip-glow-stick.rules": "/etc/udev/rules.d/90-fingertip-glow-stick.rules",
    "50-fingertip-glow.rules": "/etc/polkit-1/rules.d/50-fingertip-glow.rules",
    "90-fingertip-glow.conf": "/etc/X11/xorg.conf.d/90-fingertip-glow.conf",
    "logind-fingertip-glow.conf": "/etc/systemd/logind.conf.d/fingertip-glow.conf",
    "sysctl-fingertip-glow.conf": "/etc/sysctl.d/90-fingertip-glow.conf",
    "xwrapper.config": "/etc/X11/Xwrapper.config",
}
"""Our files and where they go."""
GUARD = f"{PLACE}/guard"
SEAL_KEY = f"{PLACE}/seal-key"
"""Seals the kiosk's key to the machine it runs on; what it sealed stays, as the data do."""
NAME = re.compile(r"[a-z_][a-z0-9_-]{0,30}")


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person who installs has decided. `release_key` is the public key (64 hex digits) of those who make
    releases; empty where no updates shall come from a stick."""

    user: str
    data: str = DATA
    release_key: str = ""


def plan(wish: Wish, program: Path | None = None) -> list[Change]:
    """All changes, in order. `program` is the frozen program's folder (default: where this runs from).

    Raises KioskError (`install.user_name`, `install.not_frozen`).
    """
    if not NAME.fullmatch(wish.user):
        raise KioskError("install.user_name", user=wish.user)
    release = f"{PLACE}/releases/{__version__}"
    groups = "audio,video,input,render"
    files = [File(place, _text(name, wish)) for name, place in FILES.items()]
    keys = [File(f"{SETTINGS}/release-key", f"{wish.release_key}\n")] if wish.release_key else []
    return [
        Command(
            ("useradd", "--system", "--user-group", "--groups", groups, "--home-dir", wish.data,
             "--shell", "/usr/sbin/nologin", wish.user),
            unless=("id", wish.user),
        ),
        Folder(wish.data, wish.user, 0o750),
        Folder(f"{PLACE}/releases"),
        Copy(str(program or _frozen()), release),
        Link(f"{PLACE}/current", f"releases/{__version__}"),
        Link("/usr/local/bin/kiosk", f"{PLACE}/current/kiosk"),
        File(GUARD, _text("guard", wish), 0o755),
        File(SEAL_KEY, _text("seal-key", wish), 0o755),
        *files,
        *keys,
        Command(("systemctl", "mask", "ctrl-alt-del.target"), ("systemctl", "unmask", "ctrl-alt-del.target")),
        # Display managers belong to the graphical target: this one leaves them out, and our unit conflicts with them.
        Command(("systemctl", "set-default", "multi-user.target"), ("systemctl", "set-default", _target())),
        Command(("sysctl", "--quiet", "--load", FILES["sysctl-fingertip-glow.conf"])),
        Command(("udevadm", "control", "--reload")),
        Command((SEAL_KEY,)),
        Command(("systemctl", "daemon-reload"), ("systemctl", "daemon-reload")),
        Command(("systemctl", "enable", UNIT), ("systemctl", "disable", "--now", UNIT)),
    ]  # fmt: skip


def with_record(wish: Wish, changes: list[Change], machine: Machine) -> list[Change]:
    """`changes` after the record of them: should one fail, `kiosk uninstall` can undo what was done."""
    first = not machine.at(RECORD).exists()
    changes = [_marked(one, machine, first) if isinstance(one, File) else one for one in changes]
    done = [{"kind": type(one).__name__, **{name: getattr(one, name) for name in one.__slots__}} for one in changes]
    for one in done:
        one.pop("text", None)
    text = json.dumps({"format": 1, "user": wish.user, "data": wish.data, "changes": done}, indent=1)
    return [File(RECORD, text), *changes]


def recorded(text: str) -> list[Change]:
    """The changes that a record tells of, last first. Raises KioskError `install.record_unreadable`."""
    try:
        return [_change(row) for row in reversed(json.loads(text)["changes"])]
    except (ValueError, KeyError, TypeError) as error:
        raise KioskError("install.record_unreadable", repr(error)) from error


def release_key(settings: Path = Path(SETTINGS)) -> str:
    """The key of those who make releases, as registered when this machine was installed.

    Raises KioskError `install.update_none_key`.
    """
    try:
        return (settings / "release-key").read_text("ascii").strip()
    except OSError as error:
        raise KioskError("install.update_none_key", repr(error)) from error


def installed_data() -> Path | None:
    """The data folder of the kiosk that is installed on this machine; None where none is."""
    try:
        return Path(json.loads(Path(RECORD).read_text("utf-8"))["data"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _marked(file: File, machine: Machine, first: bool) -> File:
    """`file`, knowing whether the system had one of its name before the first installation."""
    place = machine.at(file.path)
    return replace(file, theirs=aside(place).exists() or (first and place.exists()))


def _change(row: dict[str, Any]) -> Change:
    kinds: dict[str, Any] = {kind.__name__: kind for kind in (Folder, File, Copy, Link, Command)}
    fields = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items() if name != "kind"}
    made: Change = kinds[row["kind"]](**fields | ({"text": ""} if row["kind"] == "File" else {}))
    return made


def _text(name: str, wish: Wish) -> str:
    """A file of `packaging/linux/`, filled in."""
    text = (program_folder() / "packaging" / "linux" / name).read_text("utf-8")
    for key, value in {"user": wish.user, "data": wish.data, "place": PLACE, "settings": SETTINGS}.items():
        text = text.replace(f"@{key}@", value)
    return text


def _frozen() -> Path:
    """The folder that this frozen program runs from."""
    if not getattr(sys, "frozen", False):
        raise KioskError("install.not_frozen")
    return Path(sys.executable).parent


def _target() -> str:
    """What this machine starts into now, to be returned to."""
    if not (systemctl := shutil.which("systemctl")):
        return "graphical.target"
    said = subprocess.run([systemctl, "get-default"], capture_output=True, text=True, check=False).stdout.strip()
    return said if said.endswith(".target") else "graphical.target"
