"""Sticks pulled out at any moment: real FAT, exFAT and NTFS file systems whose driver is killed.

Each needs its FUSE driver and the right to mount; where one lacks, its tests are skipped.
"""

import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.core.errors import KioskError
from kiosk.devices.drives import LinuxDrives, stick_at
from kiosk.packs.check import Checked, check_file
from kiosk.packs.families import load_families
from kiosk.packs.library import Library
from kiosk.staff.bringing import list_errors
from kiosk.staff.errors_shelf import ErrorsShelf
from kiosk.staff.stick_files import candidates
from tests.packs.packs_help import FILES, QUIZZES, TODAY, CheckText

MIB = 1 << 20
KINDS = {
    "FAT": (["mkfs.vfat", "-F", "32"], ["fusefat", "-f", "-o", "rw+"], 40),
    "exFAT": (["mkfs.exfat"], ["mount.exfat-fuse", "-d"], 16),
    "NTFS": (["mkfs.ntfs", "-F", "-q", "-f"], ["ntfs-3g", "-o", "no_detach"], 16),
}
"""How an image is made, how it is mounted by a process that stays, and its size in MiB."""
BAD = "题干,选项A,选项B,正确答案,解析\n好的？,甲,乙,A,因为。\n坏的？,丙,丁,F,因为。\n"


class Stick:
    """A mounted image; `pull` kills its driver, after which every access fails. `chinese`: names may be Chinese."""

    def __init__(self, place: Path, kind: str) -> None:
        make, mount, size = KINDS[kind]
        image = place / f"{kind}.img"
        with image.open("wb") as file:
            file.truncate(size * MIB)
        paths = os.environ | {"PATH": f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"}
        subprocess.run([*make, str(image)], check=True, capture_output=True, env=paths)
        # The driver for exFAT takes block devices only.
        self._loop = subprocess.run(
            ["losetup", "--find", "--show", str(image)], check=True, capture_output=True, text=True, env=paths
        ).stdout.strip()
        self.path = place / kind
        self.chinese = kind != "FAT"  # the driver for FAT that needs no kernel knows ASCII only
        self.path.mkdir()
        self._driver = subprocess.Popen(
            [*mount, self._loop, str(self.path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=paths
        )
        ended = time.monotonic() + 10
        while not self.path.is_mount():
            if self._driver.poll() is not None or time.monotonic() > ended:
                self.close()
                pytest.skip(f"nothing here mounts {kind}")

    def pull(self) -> None:
        """Out it is."""
        self._driver.send_signal(signal.SIGKILL)
        self._driver.wait()

    def close(self) -> None:
        """Take the dead mount away."""
        if self._driver.poll() is None:
            self.pull()
        for command in (["umount", "-l", str(self.path)], ["losetup", "--detach", self._loop]):
            subprocess.run(command, check=False, capture_output=True)


@pytest.fixture(params=list(KINDS))
def stick(request: pytest.FixtureRequest, mount_place: Path) -> Iterator[Stick]:
    """A stick of each kind."""
    make, mount, _ = KINDS[request.param]
    there = all(shutil.which(one[0], path="/usr/bin:/usr/sbin:/bin:/sbin") for one in (make, mount))
    if os.geteuid() or not there or not (Path("/dev/fuse").exists() and Path("/dev/loop-control").exists()):
        pytest.skip(f"nothing here mounts {request.param}")
    stick = Stick(mount_place, request.param)
    yield stick
    stick.close()


def test_it_is_seen_read_written_and_taken_out(stick: Stick, library: Library, tmp_path: Path) -> None:
    """Chinese names; the list of errors lies on the medium when it says so; unreadable when it is gone."""
    (stick.path / ("题库.csv" if stick.chinese else "quiz.csv")).write_text(BAD, "utf-8")
    drives = LinuxDrives(places=(str(stick.path.parent),), file_systems=("fuseblk", "fuse.fusefat", "fuse"))
    assert [one.path for one in drives.sticks()] == [stick.path]
    (found,) = candidates(stick.path)
    checked = check_file(found.path, load_families(QUIZZES), TODAY)
    assert library.install_checked(checked).playable == 1
    shelf = ErrorsShelf(tmp_path / "home")
    brought = list_errors(shelf, checked, "zh", stick_at(stick.path, False))
    if stick.chinese:
        assert brought.name == "错误清单.xlsx"
        assert check_file(stick.path / "错误清单.xlsx", load_families(QUIZZES), TODAY).report.mend == 1
    else:
        assert brought.errors == "kept"
    stick.pull()
    with pytest.raises(OSError, match="not connected"):
        candidates(stick.path)
    with pytest.raises(KioskError, match=r"packs\.file_unreadable"):
        check_file(found.path, load_families(QUIZZES), TODAY)
    assert list_errors(shelf, checked, "zh", stick_at(stick.path, False)).errors == "kept"


@pytest.mark.parametrize("after_ms", [0, 2, 10])
def test_pulled_while_it_is_read(after_ms: int, stick: Stick, library: Library) -> None:
    """Read to its end or told, and then nothing of it is installed."""
    many = "".join(f"第{n}题？,甲{n},乙{n},A,因为。\n" for n in range(8_000))
    path = stick.path / "many.csv"
    path.write_text("题干,选项A,选项B,正确答案,解析\n" + many, "utf-8")
    before = library.installed()
    puller = threading.Timer(after_ms / 1000, stick.pull)
    puller.start()
    try:
        checked = check_file(path, load_families(QUIZZES), TODAY)
        assert checked.report.good == 8_000
    except KioskError as told:
        assert told.code == "packs.file_unreadable"
    puller.join()
    assert library.installed() == before


def test_a_read_that_fails_half_way_is_told(tmp_path: Path) -> None:
    """On any system: the first byte can be asked for, and does not come."""
    path = tmp_path / "题库.csv"
    path.symlink_to("/proc/self/mem")
    if not path.exists():
        pytest.skip("no such file here")
    with pytest.raises(KioskError, match=r"packs\.file_unreadable"):
        check_file(path, load_families(QUIZZES), TODAY)


@pytest.mark.parametrize("room", [0, 1, 100, 4_000])
def test_no_room_for_the_list_of_errors(
    room: int, tmp_path: Path, check_text: CheckText, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stick takes only so many bytes: no half file stays there, and the list waits in the home."""
    checked: Checked = check_text(BAD, "题库.csv")
    stick, home = tmp_path / "stick", tmp_path / "home"
    stick.mkdir()
    full = full_after(room, stick)
    monkeypatch.setattr(os, "fsync", full)
    brought = list_errors(ErrorsShelf(home), checked, "zh", stick_at(stick, False))
    assert brought.errors == "kept"
    assert list(stick.iterdir()) == []
    assert len(ErrorsShelf(home).waiting()) == 1


def full_after(room: int, stick: Path) -> Callable[[int], None]:
    """An `fsync` that finds no room on the stick beyond `room` bytes, and lets all others through."""
    real = os.fsync

    def fsync(handle: int) -> None:
        if Path(f"/proc/self/fd/{handle}").readlink().is_relative_to(stick) and os.fstat(handle).st_size > room:
            raise OSError(28, "No space left on device")
        real(handle)

    return fsync


def test_what_is_on_a_stick_is_never_overwritten(tmp_path: Path) -> None:
    """Neither the list that a teacher mends nor a folder of that name."""
    (tmp_path / "错误清单.xlsx").mkdir()
    (tmp_path / "错误清单 2.xlsx").write_bytes(b"mine")
    assert ErrorsShelf(tmp_path / "home").put("local.a", b"new", stick_at(tmp_path, False)) == "错误清单 3.xlsx"
    assert (tmp_path / "错误清单 2.xlsx").read_bytes() == b"mine"


def test_the_files_of_the_tests_are_all_found(tmp_path: Path) -> None:
    """As they lie on a stick."""
    shutil.copytree(FILES, tmp_path / "stick")
    assert {one.path.name for one in candidates(tmp_path / "stick")} == {path.name for path in FILES.iterdir()}
