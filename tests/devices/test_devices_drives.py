"""Sticks: found in the kernel's table, noticed at once when really mounted, folders for rehearsals."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.devices.drives import FolderDrives, LinuxDrives, NoDrives, parse_mount, system_drives
from kiosk.devices.windows_drives import WindowsDrives

TABLE = r"""
22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
23 22 0:21 / /proc rw,nosuid - proc proc rw
24 22 8:1 / /boot/efi rw,relatime - vfat /dev/sda1 rw
25 22 8:3 / /mnt/data rw,relatime - ext4 /dev/sda3 rw
40 22 8:17 / /media/teacher/MY\040STICK rw,nosuid,nodev - vfat /dev/sdb1 rw
41 22 8:33 / /run/sticks/locked ro,nosuid - exfat /dev/sdc1 ro
42 22 0:50 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
nonsense
"""
CAN_MOUNT = subprocess.run(["unshare", "-rm", "true"], check=False, capture_output=True).returncode == 0


def test_the_table_tells_sticks_from_the_system(tmp_path: Path) -> None:
    """By place or by the kernel's removable flag; system partitions and a data partition are none."""
    table = tmp_path / "mountinfo"
    table.write_text(TABLE)
    disk = tmp_path / "devices/sdc"
    (disk / "sdc1").mkdir(parents=True)
    (disk / "removable").write_text("1\n")
    blocks = tmp_path / "block"
    blocks.mkdir()
    (blocks / "8:33").symlink_to(disk / "sdc1")
    found = LinuxDrives(table, blocks).sticks()
    assert [(str(one.path), one.label, one.read_only) for one in found] == [
        ("/media/teacher/MY STICK", "MY STICK", False),
        ("/run/sticks/locked", "locked", True),
    ]


def test_a_missing_table_is_no_stick(tmp_path: Path) -> None:
    """Nothing raises where there is no such table, and lines that are none are passed over."""
    assert LinuxDrives(tmp_path / "none").sticks() == []
    assert parse_mount("22 1 8:2 / /") is None
    assert NoDrives().sticks() == [] == WindowsDrives().sticks()


def test_a_given_folder_counts_as_a_stick(tmp_path: Path) -> None:
    """`--stick DIR`: there while the folder is there."""
    folder = tmp_path / "stick"
    drives = FolderDrives([folder])
    assert drives.sticks() == []
    folder.mkdir()
    (stick,) = drives.sticks()
    assert stick.label == "stick" and stick.free_bytes > 0 and not stick.read_only
    assert folder in [one.path for one in system_drives([folder]).sticks()]


@pytest.mark.skipif(not CAN_MOUNT, reason="this system lets nobody mount in a namespace of his own")
def test_a_real_mount_is_noticed_within_a_second(mount_place: Path) -> None:
    """Mounted, made read-only, unmounted: each is seen, with label, room and flag."""
    script = Path(__file__).parent / "mounting_watch.py"
    command = ["unshare", "-rm", sys.executable, str(script), str(mount_place)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=30)
    mounted, locked, gone = json.loads(done.stdout)
    assert mounted["sticks"] == [["MY STICK", 1 << 20, False]]
    assert locked["sticks"] == [["MY STICK", 1 << 20, True]]
    assert gone["sticks"] == []
    assert max(mounted["ms"], locked["ms"], gone["ms"]) < 1000
