"""Sticks as the screen hears of them, on a running event loop."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from kiosk.devices.qt_drives import DriveWatch


def test_a_given_folder_is_noticed_when_it_appears(qtbot: QtBot, tmp_path: Path) -> None:
    """Within a second, and its going too."""
    folder = tmp_path / "stick"
    watch = DriveWatch([folder])
    before = len(watch.sticks)
    with qtbot.waitSignal(watch.changed, timeout=3000):
        folder.mkdir()
    assert len(watch.sticks) == before + 1
    with qtbot.waitSignal(watch.changed, timeout=3000):
        folder.rmdir()
    assert len(watch.sticks) == before
    watch.close()
