"""Media that are plugged in and cannot be read, told apart from none at all: on Linux and Windows as far as it goes."""

from pathlib import Path
from typing import ClassVar

import pytest
from pytestqt.qtbot import QtBot

from kiosk.devices.drives import AllDrives, FolderDrives, LinuxDrives, NoDrives, Stick
from kiosk.devices.flush import flush_stick
from kiosk.devices.qt_drives import POLL_MS, DriveWatch
from kiosk.devices.windows_drives import (
    DRIVE_REMOVABLE,
    ERROR_NOT_READY,
    FILE_READ_ONLY_VOLUME,
    NoKernel,
    Volume,
    WindowsDrives,
)

TABLE = "40 22 8:17 / /media/teacher/A rw,nosuid - vfat /dev/sdb1 rw\n22 1 8:2 / / rw - ext4 /dev/sda2 rw\n"
DISKS = {
    "sda": ("0", "8:0", "1000", {"sda2": "8:2"}),
    "sdb": ("1", "8:16", "1000", {"sdb1": "8:17"}),
    "sdc": ("1", "8:32", "1000", {"sdc1": "8:33"}),
    "sdd": ("1", "8:48", "0", {}),
    "sr0": ("1", "11:0", "2097151", {}),
    "mmcblk0": ("1", "179:0", "900", {}),
}
"""The system's disk; a mounted stick; one that is not; a reader without a card; a CD drive; a card not formatted."""


@pytest.fixture
def linux(tmp_path: Path) -> LinuxDrives:
    """Those disks below a `/sys` of our own."""
    for name, (removable, device, size, parts) in DISKS.items():
        disk = tmp_path / "block" / name
        for folder, number in {"": device, **parts}.items():
            (disk / folder).mkdir(parents=True)
            (disk / folder / "dev").write_text(number + "\n")
            if folder:
                (disk / folder / "partition").write_text("1\n")
        (disk / "removable").write_text(removable + "\n")
        (disk / "size").write_text(size + "\n")
    (tmp_path / "mountinfo").write_text(TABLE)
    return LinuxDrives(tmp_path / "mountinfo", sys_disks=tmp_path / "block")


def test_linux_names_what_is_in_and_not_mounted(linux: LinuxDrives, tmp_path: Path) -> None:
    """Neither the system's disk nor an empty reader nor a CD drive; a partition in use by another layer is read."""
    assert linux.unread() == ["mmcblk0", "sdc"]
    (tmp_path / "block/sdc/sdc1/holders/dm-0").mkdir(parents=True)
    assert linux.unread() == ["mmcblk0"]
    assert LinuxDrives(sys_disks=tmp_path / "none").unread() == []
    assert AllDrives(linux, NoDrives(), FolderDrives([tmp_path])).unread() == ["mmcblk0"]


def test_the_real_system_is_asked_without_trouble() -> None:
    """Whatever disks this machine has."""
    assert all(isinstance(name, str) for name in LinuxDrives().unread())


class Letters(NoKernel):
    """A Windows with these drives."""

    drives: ClassVar[dict[str, tuple[int, Volume]]] = {
        "C:\\": (3, Volume("System")),
        "E:\\": (DRIVE_REMOVABLE, Volume("老师的U盘")),
        "F:\\": (DRIVE_REMOVABLE, Volume("", FILE_READ_ONLY_VOLUME)),
        "G:\\": (DRIVE_REMOVABLE, Volume(error=ERROR_NOT_READY)),
        "H:\\": (DRIVE_REMOVABLE, Volume(error=1005)),
    }

    def letters(self) -> int:
        """One bit a letter."""
        return sum(1 << ord(root[0]) - ord("A") for root in self.drives)

    def kind(self, root: str) -> int:
        """As Windows numbers kinds."""
        return self.drives[root][0]

    def volume(self, root: str) -> Volume:
        """What lies in the drive."""
        return self.drives[root][1]


def test_windows_tells_sticks_empty_readers_and_unread_media() -> None:
    """By the kind of the drive and by why it says nothing."""
    drives = WindowsDrives(Letters(), lambda path, read_only: Stick(path, path.name, 5, read_only))
    assert [(str(one.path)[:1], one.label, one.read_only) for one in drives.sticks()] == [
        ("E", "老师的U盘", False),
        ("F", "F:", True),
    ]
    assert drives.unread() == ["H:"]
    assert not WindowsDrives(NoKernel()).sticks() and not WindowsDrives(NoKernel()).unread()


def test_what_no_table_tells_is_seen_by_polling(linux: LinuxDrives, tmp_path: Path, qtbot: QtBot) -> None:
    """Within a second and what a busy machine adds."""
    watch = DriveWatch(drives=linux)
    assert watch.unread == ["mmcblk0", "sdc"]
    with qtbot.waitSignal(watch.changed, timeout=POLL_MS + 5_000):
        (tmp_path / "block/sdc/size").write_text("0\n")
    assert watch.unread == ["mmcblk0"]
    watch.close()


def test_flushing_a_folder(tmp_path: Path) -> None:
    """A folder that is there; one that is gone says so."""
    (tmp_path / "file").write_bytes(b"x")
    flush_stick(tmp_path)
    with pytest.raises(OSError, match="none"):
        flush_stick(tmp_path / "none")
