"""USB sticks: which are plugged in and mounted."""

import os
import re
import shutil
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

MOUNT_TABLE = Path("/proc/self/mountinfo")
STICK_PLACES = ("/media", "/run/media")
"""Whatever is mounted here is a stick; /mnt is not among them, since a kiosk's data may lie on a partition there."""
SYSTEM_PLACES = ("/boot", "/dev", "/efi", "/etc", "/home", "/opt", "/proc", "/root", "/srv", "/sys", "/usr", "/var")
REAL_FILE_SYSTEMS: frozenset[str] = frozenset(
    {"vfat", "exfat", "msdos", "ntfs", "ntfs3", "fuseblk", "ext2", "ext3", "ext4", "btrfs", "xfs", "f2fs"}
    | {"hfsplus", "iso9660", "udf"}
)


DISK = re.compile(r"(sd[a-z]|mmcblk|vd[a-z]|nvme)")
"""Disks and cards; not the drives for CDs, which call themselves removable for ever."""


@dataclass(frozen=True, slots=True)
class Stick:
    """A mounted stick. `free_bytes` is what a file may still take; 0 when it cannot be asked."""

    path: Path
    label: str
    free_bytes: int
    read_only: bool


class Drives(Protocol):
    """Which sticks are in."""

    def sticks(self) -> list[Stick]:
        """The mounted sticks, in the order of their paths. Never raises."""
        ...

    def unread(self) -> list[str]:
        """Names of media that are plugged in and of which the system can read nothing. Never raises."""
        ...


class NoDrives:
    """A machine without sticks."""

    def sticks(self) -> list[Stick]:
        """None."""
        return []

    def unread(self) -> list[str]:
        """None."""
        return []


class FolderDrives:
    """Folders that count as mounted sticks (`--stick DIR`), for tests and rehearsals; a missing one is not in."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = sorted(folders)

    def sticks(self) -> list[Stick]:
        """The folders that are there."""
        return [stick_at(path, not os.access(path, os.W_OK)) for path in self._folders if path.is_dir()]

    def unread(self) -> list[str]:
        """Folders are mounted or not there."""
        return []


class AllDrives:
    """Several kinds of drives as one."""

    def __init__(self, *kinds: Drives) -> None:
        self._kinds = kinds

    def sticks(self) -> list[Stick]:
        """The sticks of each kind, one after the other."""
        return [stick for kind in self._kinds for stick in kind.sticks()]

    def unread(self) -> list[str]:
        """The unread media of each kind."""
        return [name for kind in self._kinds for name in kind.unread()]


class LinuxDrives:
    """Mounted removable media, from the kernel's mount table and `/sys`; everything may be elsewhere in tests."""

    def __init__(
        self,
        table: Path = MOUNT_TABLE,
        sys_blocks: Path = Path("/sys/dev/block"),
        places: Sequence[str] = STICK_PLACES,
        file_systems: Collection[str] = REAL_FILE_SYSTEMS,
        sys_disks: Path = Path("/sys/block"),
    ) -> None:
        self._table = table
        self._sys_blocks = sys_blocks
        self._sys_disks = sys_disks
        self._places = places
        self._file_systems = file_systems

    def sticks(self) -> list[Stick]:
        """Every mount of a real file system that lies where sticks are mounted or on a removable device."""
        found = [mount for mount in self._mounts() if self._is_stick(mount)]
        return [stick_at(mount.path, mount.read_only) for mount in sorted(found, key=lambda mount: mount.path)]

    def unread(self) -> list[str]:
        """Removable disks with a medium of which no part is mounted or in use: not formatted, encrypted, damaged."""
        try:
            disks = sorted(self._sys_disks.iterdir())
        except OSError:
            return []
        mounted = {mount.device for mount in self._mounts()}
        return [disk.name for disk in disks if DISK.match(disk.name) and _is_unread(disk, mounted)]

    def _mounts(self) -> list["Mount"]:
        """The mount table; of several mounts in one place the last, which hides the others."""
        try:
            lines = self._table.read_text("utf-8", errors="surrogateescape").splitlines()
        except OSError:  # no such table: nothing is known to be plugged in
            return []
        return list({mount.path: mount for mount in map(parse_mount, lines) if mount}.values())

    def _is_stick(self, mount: "Mount") -> bool:
        place = str(mount.path)
        if mount.file_system not in self._file_systems or place == "/" or _within(place, SYSTEM_PLACES):
            return False
        return _within(place, self._places) or self._removable(mount.device)

    def _removable(self, device: str) -> bool:
        """True when the kernel calls the device (or the disk it is a partition of) removable or it hangs on USB."""
        try:
            block = (self._sys_blocks / device).resolve(strict=True)
        except OSError:
            return False
        return "/usb" in str(block) or any(_said(folder / "removable") == "1" for folder in (block, block.parent))


def _is_unread(disk: Path, mounted: Collection[str]) -> bool:
    """Whether `disk` (a folder of `/sys/block`) can be taken out, has a medium, and nobody uses any of it."""
    if _said(disk / "removable") != "1" and "/usb" not in str(disk.resolve()):
        return False
    parts = [disk, *(path.parent for path in disk.glob("*/partition"))]
    used = any(_said(part / "dev") in mounted or any(part.glob("holders/*")) for part in parts)
    return _said(disk / "size") not in ("", "0") and not used


def _said(path: Path) -> str:
    """What a file of `/sys` says; nothing when it is gone."""
    try:
        return path.read_text().strip()
    except OSError:
        return ""


@dataclass(frozen=True, slots=True)
class Mount:
    """One line of the mount table; `device` is `major:minor`."""

    path: Path
    device: str
    file_system: str
    read_only: bool


def parse_mount(line: str) -> Mount | None:
    """One line of mountinfo (proc(5)), or `None` when it is not one."""
    before, separator, after = line.partition(" - ")
    fields, kind = before.split(" "), after.split(" ")
    if not separator or len(fields) < 6 or len(kind) < 3:
        return None
    options = fields[5].split(",") + kind[2].split(",")
    return Mount(Path(_unescaped(fields[4])), fields[2], kind[0], "ro" in options)


def _unescaped(field: str) -> str:
    r"""The kernel writes space, tab, newline and backslash as `\040` and so on."""
    for octal in ("040", "011", "012", "134"):
        field = field.replace(f"\\{octal}", chr(int(octal, 8)))
    return field


def _within(place: str, roots: Sequence[str]) -> bool:
    return any(place == root or place.startswith(root + "/") for root in roots)


def stick_at(path: Path, read_only: bool) -> Stick:
    """The stick mounted at `path`, labelled by its folder's name."""
    try:
        free = shutil.disk_usage(path).free
    except OSError:  # pulled out just now
        free = 0
    return Stick(path, path.name, free, read_only)


def system_drives(folders: Sequence[Path] = ()) -> Drives:
    """This system's drives; `folders` count as sticks besides."""
    own: Drives = NoDrives()
    if sys.platform == "linux":
        own = LinuxDrives()
    elif sys.platform == "win32":
        from kiosk.devices.windows_drives import WindowsDrives

        own = WindowsDrives()
    return AllDrives(own, FolderDrives(folders)) if folders else own
