"""Sticks that an installed kiosk mounts to be read: made writable for a while, and locked again whatever happens."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from kiosk.core.places import program_folder
from kiosk.devices.drives import Stick
from kiosk.devices.stick_writing import MOUNTED, UNIT, StickWriter, systemctl


class Units:
    """Stands in for systemd: a started unit makes the folder writable, unless the stick's lock is on."""

    def __init__(self, locked: bool = False) -> None:
        self.locked = locked
        self.told: list[tuple[str, ...]] = []

    def __call__(self, arguments: Sequence[str]) -> bool:
        self.told.append(tuple(arguments))
        return not self.locked


def mounted(folder: Path, read_only: bool = True, name: str = "sdb1") -> Stick:
    """A stick that is mounted below `folder`."""
    (folder / name).mkdir(exist_ok=True)
    return Stick(folder / name, name, 5, read_only)


def test_our_own_mounts_are_opened_and_closed(tmp_path: Path) -> None:
    """Also when what is written fails."""
    units = Units()
    writer = StickWriter(tmp_path, units)
    stick = mounted(tmp_path)
    assert writer.may_write(stick)
    with pytest.raises(ZeroDivisionError), writer.opened(stick) as folder:
        assert folder == stick.path
        _ = 1 // 0
    assert units.told == [("start", UNIT.format("sdb1")), ("stop", UNIT.format("sdb1"))]


def test_what_is_writable_needs_nobody(tmp_path: Path) -> None:
    """No unit is asked."""
    units = Units()
    with StickWriter(tmp_path, units).opened(mounted(tmp_path, read_only=False)) as folder:
        assert folder.is_dir()
    assert units.told == []


@pytest.mark.parametrize("name", ["sdb1", "sdb1; reboot", "..", "nvme0n1"])
def test_locked_and_foreign_sticks_stay_as_they_are(name: str, tmp_path: Path) -> None:
    """A lock that is on; a name that is no device's; a folder elsewhere."""
    units = Units(locked=True)
    with pytest.raises(PermissionError), StickWriter(tmp_path, units).opened(mounted(tmp_path, name=name)):
        pass
    assert len(units.told) == (name == "sdb1")
    assert not StickWriter(tmp_path / "else", units).may_write(mounted(tmp_path))


def test_the_units_are_those_that_are_installed() -> None:
    """Name and place are the same in the program and in what `packaging/linux` installs."""
    linux = program_folder() / "packaging/linux"
    assert (linux / UNIT.format("")).is_file()
    assert f"{MOUNTED}/%i" in (linux / UNIT.format("")).read_text()
    assert f"{MOUNTED}/%i" in (linux / "fingertip-glow-stick@.service").read_text()
    assert not systemctl(["start", UNIT.format("none-of-this")])
