"""Updates: a signed release is verified, unpacked beside the old one, tried out, and switched to in one step.

Versions lie in `releases/<version>` and `current` points at one. After a switch `trial` in the data folder names the
version before and counts starts; the kiosk's first screen removes it, and `packaging/linux/guard` goes back at the
fourth start, with the database as it was before the update.
"""

import os
import shutil
import sqlite3
import subprocess
import tempfile
import threading
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.core.programs import RUN_MODULE, SHOWN, SUPERVISED, TRIAL
from kiosk.install import release
from kiosk.install.owner import as_owner, identity
from kiosk.store import backups
from kiosk.store.files import DATABASE

FAILED, BEFORE = "update-failed", "before-update.db"
SPARE = 1.2
PATIENCE_S = 60.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where the program's releases lie, and the data that they share."""

    program: Path
    data: Path

    @property
    def current(self) -> str:
        """The version in use; empty where there is none."""
        link = self.program / "current"
        return link.readlink().name if link.is_symlink() else ""

    def folder(self, version: str) -> Path:
        """The folder of a version."""
        return self.program / "releases" / version


def examine(place: Place, path: Path, key: str) -> release.Manifest:
    """The manifest of a release that may be installed here.

    Raises KioskError: those of `release.read`, `install.update_same`, `install.update_older`, `install.no_room`.
    """
    manifest = release.read(path, key)
    if place.current and release.order(manifest.version) == release.order(place.current):
        raise KioskError("install.update_same", version=manifest.version)
    if place.current and release.order(manifest.version) < release.order(place.current):
        raise KioskError("install.update_older", version=manifest.version, current=place.current)
    if shutil.disk_usage(place.program).free < manifest.size * SPARE:
        raise KioskError("install.no_room", str(manifest.size))
    return manifest


def apply(place: Place, path: Path, key: str, step: release.Step = lambda done, all: None) -> str:
    """Install the release at `path` and switch to it; the version. Nothing has changed when it raises.

    Raises KioskError: those of `examine` and `release.unpack`, and `install.smoke_failed`.
    """
    manifest = examine(place, path, key)
    final = place.folder(manifest.version)
    part = final.with_name(f".{manifest.version}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.parent.mkdir(parents=True, exist_ok=True)
    try:
        release.unpack(path, manifest, part, step)
        smoke(part, place.data)
        shutil.rmtree(final, ignore_errors=True)
        part.replace(final)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    before = place.current
    with as_owner(place.data):
        keep_database(place.data)
        if before:
            write_whole(place.data / TRIAL, f"{before}\n0\n")
        (place.data / FAILED).unlink(missing_ok=True)
    switch(place, manifest.version)
    _sweep(place, {manifest.version, before})
    return manifest.version


def smoke(folder: Path, data: Path) -> None:
    """Have the program in `folder` show its first screen, unseen, in a home of its own, as whoever owns `data`.

    Raises KioskError `install.smoke_failed`.
    """
    with as_owner(data):
        home = tempfile.mkdtemp(prefix="fingertip-glow-")
    try:
        said = _until_shown(_started(folder, home, data))
    finally:
        with as_owner(data):
            shutil.rmtree(home, ignore_errors=True)
    if SHOWN not in said:
        raise KioskError("install.smoke_failed", "\n".join(said[-20:]))


def _started(folder: Path, home: str, data: Path) -> "subprocess.Popen[str]":
    """The screen of the program in `folder`."""
    settings = {SUPERVISED: "1", "QT_QPA_PLATFORM": "offscreen", "KIOSK_HOME": home, "HOME": home}
    command = [str(folder / "kiosk"), RUN_MODULE, "kiosk.app", "--home", home, "--size", "1920x1080"]
    pipe, out = subprocess.PIPE, subprocess.STDOUT
    try:
        return subprocess.Popen(
            command, env={**os.environ, **settings}, stdout=pipe, stderr=out, text=True, cwd=home, **identity(data)
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise KioskError("install.smoke_failed", repr(error)) from error


def _until_shown(process: "subprocess.Popen[str]") -> list[str]:
    """What the process says until its first screen stands, it ends, or patience does. It is ended."""
    clock = threading.Timer(PATIENCE_S, process.kill)
    clock.start()
    said: list[str] = []
    assert process.stdout
    for line in process.stdout:
        said.append(line.strip())
        if said[-1] == SHOWN:
            break
    clock.cancel()
    process.kill()
    process.stdout.close()
    process.wait()
    return said


def keep_database(data: Path) -> None:
    """A copy of the database as the old program leaves it. Raises KioskError `install.no_backup`."""
    if not (data / DATABASE).exists():
        return
    try:
        with closing(sqlite3.connect(f"file:{data / DATABASE}?mode=ro", uri=True)) as source:
            backups.copy(source, data / BEFORE)
    except (sqlite3.Error, OSError) as error:
        raise KioskError("install.no_backup", repr(error)) from error


def switch(place: Place, version: str) -> None:
    """Let `current` point at `version`, in one step that is on the disk when this returns."""
    part = place.program / ".current.part"
    part.unlink(missing_ok=True)
    part.symlink_to(f"releases/{version}")
    part.replace(place.program / "current")
    _flush(place.program)


def failed_version(data: Path) -> str:
    """The version that was taken back because it did not start; empty where none was."""
    try:
        return (data / FAILED).read_text("utf-8").strip()
    except OSError:
        return ""


def write_whole(path: Path, text: str) -> None:
    """Write a small file in one step, through to the disk."""
    part = path.with_name(f".{path.name}.part")
    with part.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    _flush(path.parent)


def _sweep(place: Place, kept: set[str]) -> None:
    """Let go of versions older than the one before."""
    for folder in (place.program / "releases").iterdir():
        if folder.name not in kept:
            shutil.rmtree(folder, ignore_errors=True)


def _flush(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
