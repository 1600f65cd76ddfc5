"""USB sticks: which are plugged in and mounted."""

import os
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


class NoDrives:
    """A machine without sticks."""

    def sticks(self) -> list[Stick]:
        """None."""
        return []


class FolderDrives:
    """Folders that count as mounted sticks (`--stick DIR`), for tests and rehearsals; a missing one is not in."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = sorted(folders)

    def sticks(self) -> list[Stick]:
        """The folders that are there."""
        return [stick_at(path, not os.access(path, os.W_OK)) for path in self._folders if path.is_dir()]


class AllDrives:
    """Several kinds of drives as one."""

    def __init__(self, *kinds: Drives) -> None:
        self._kinds = kinds

    def sticks(self) -> list[Stick]:
        """The sticks of each kind, one after the other."""
        return [stick for kind in self._kinds for stick in kind.sticks()]


class LinuxDrives:
    """Mounted removable media, from the kernel's mount table and `/sys`; everything may be elsewhere in tests."""

    def __init__(
        self,
        table: Path = MOUNT_TABLE,
        sys_blocks: Path = Path("/sys/dev/block"),
        places: Sequence[str] = STICK_PLACES,
        file_systems: Collection[str] = REAL_FILE_SYSTEMS,
    ) -> None:
        self._table = table
        self._sys_blocks = sys_blocks
        self._places = places
        self._file_systems = file_systems

    def sticks(self) -> list[Stick]:
        """Every mount of a real file system that lies where sticks are mounted or on a removable device."""
        try:
            lines = self._table.read_text("utf-8", errors="surrogateescape").splitlines()
        except OSError:  # no such table: nothing is known to be plugged in
            return []
        mounts = {mount.path: mount for mount in map(parse_mount, lines) if mount}
        found = [mount for mount in mounts.values() if self._is_stick(mount)]
        return [stick_at(mount.path, mount.read_only) for mount in sorted(found, key=lambda mount: mount.path)]

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
        flags = [folder / "removable" for folder in (block, block.parent)]
        return "/usb" in str(block) or any(flag.is_file() and flag.read_text().strip() == "1" for flag in flags)


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
