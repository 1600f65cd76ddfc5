"""Sticks of every kind on the pack page: none, one that the system cannot read, an empty one, a locked or full one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.core.errors import KioskError
from kiosk.devices.drives import Stick
from kiosk.devices.qt_drives import DriveWatch
from kiosk.packs.library import Library
from kiosk.staff import stick_model
from kiosk.staff.door import Door
from kiosk.staff.errors_shelf import FOLDER, ErrorsShelf

from .conftest import Screen
from .test_staff_bringing import CSV, bank
from .test_staff_packs_page import installed, on_packs, until


class OneStick:
    """A stick that can be anything."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.mounted = False
        self.read_only = False
        self.hidden: list[str] = []

    def sticks(self) -> list[Stick]:
        """The stick, while it is mounted."""
        return [Stick(self.path, "TEACHER", 1 << 30, self.read_only)] if self.mounted else []

    def unread(self) -> list[str]:
        """What is in and cannot be read."""
        return self.hidden


@pytest.fixture
def one(stick: Path) -> OneStick:
    return OneStick(stick)


@pytest.fixture
def drives(qapp: QGuiApplication, one: OneStick) -> Iterator[DriveWatch]:
    """Only that stick."""
    watch = DriveWatch(drives=one)
    yield watch
    watch.close()


def test_each_trouble_has_its_own_sentence(screen: Screen, door: Door, one: OneStick, drives: DriveWatch) -> None:
    """Not plugged in; plugged in and not readable; readable and without a pack; a file where its folder was."""
    on_packs(screen)
    screen.wait_for("stick-message", "没有看到 U 盘")
    model = screen.model.property("model").stick
    assert model._patience.interval() == stick_model.PATIENCE_MS
    model._patience.setInterval(1)
    one.hidden = ["sdb"]
    drives.look()
    screen.wait_for("stick-message", "插上了，可是读不了")
    one.hidden = []
    one.path.mkdir()
    one.mounted = True
    drives.look()
    screen.wait_for("stick-message", "没有题包")
    one.path.rmdir()
    one.path.write_bytes(b"")
    model.look()
    screen.wait_for("stick-message", "读不了")
    one.mounted = False
    drives.look()
    screen.wait_for("stick-message", "没有看到 U 盘")


def test_a_stick_that_is_being_mounted_is_waited_for(
    screen: Screen, door: Door, one: OneStick, drives: DriveWatch
) -> None:
    """Nobody reads that it cannot be read while the system still opens it."""
    on_packs(screen)
    one.hidden = ["sdb"]
    drives.look()
    screen.wait_for("stick-message", "正在打开")


def test_a_locked_stick_gets_its_list_later(
    screen: Screen, door: Door, one: OneStick, drives: DriveWatch, library: Library, home: Path
) -> None:
    """The good items come in, the list waits in the home until a stick takes it."""
    one.path.mkdir()
    (one.path / "题库.csv").write_text(CSV, "utf-8")
    one.mounted = one.read_only = True
    drives.look()
    on_packs(screen)
    installed(screen)
    assert bank(library)[1:] == (2, 1)
    assert "写不进去" in screen.text("message")
    assert [path.suffix for path in (home / FOLDER).iterdir()] == [".xlsx"]
    assert list(one.path.iterdir()) == [one.path / "题库.csv"]
    button = screen.find("hand-over")
    assert button is not None and not button.property("usable")
    one.read_only = False
    drives.look()
    screen.wait(lambda: bool(button.property("usable")))
    screen.touch("hand-over")
    screen.wait_for("message", "错误清单.xlsx")
    assert (one.path / "错误清单.xlsx").stat().st_size > 1000
    assert not list((home / FOLDER).iterdir())
    screen.wait(lambda: screen.find("hand-over") is None)


def test_the_list_can_be_had_without_installing(
    screen: Screen, door: Door, one: OneStick, drives: DriveWatch, library: Library
) -> None:
    """Written once, however the teacher goes on."""
    one.path.mkdir()
    (one.path / "题库.csv").write_text(CSV, "utf-8")
    one.mounted = True
    drives.look()
    on_packs(screen)
    screen.touch("file-0")
    until(screen, "report")
    before = library.installed()
    screen.touch("errors")
    screen.wait_for("errors-note", "错误清单.xlsx")
    assert library.installed() == before
    screen.touch("primary")
    until(screen, "preview")
    screen.touch("install")
    screen.wait_for("message", "装好了")
    assert sorted(path.name for path in one.path.iterdir()) == ["错误清单.xlsx", "题库.csv"]


def test_lists_that_cannot_be_written_wait_on(tmp_path: Path) -> None:
    """A bank has one list, the newest; a stick that is gone takes none away."""
    shelf = ErrorsShelf(tmp_path / "home")
    path = tmp_path / "gone"
    gone = Stick(path, "GONE", 0, False)
    assert shelf.put("local.a", b"one", gone) == ""
    assert shelf.put("local.a", b"two", None) == ""
    assert [one.read_bytes() for one in shelf.waiting()] == [b"two"]
    with pytest.raises(KioskError, match=r"packs\.out_unwritable"):
        shelf.hand_over(gone)
    assert len(shelf.waiting()) == 1
    path.mkdir()
    assert shelf.put("local.b", b"three", gone) == "错误清单.xlsx"
    assert shelf.hand_over(gone) == ["错误清单 2.xlsx"]
    assert shelf.waiting() == []
    assert {one.read_bytes() for one in path.iterdir()} == {b"two", b"three"}
