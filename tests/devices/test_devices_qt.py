"""The Qt faces of voice and drives, on a running event loop."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from kiosk.devices.child_speech import ChildSpeech
from kiosk.devices.qt_drives import DriveWatch
from kiosk.devices.qt_read_aloud import QtReadAloud
from kiosk.devices.sound import SilentPlayer


def test_the_end_of_a_reading_arrives_on_the_screens_thread(qtbot: QtBot, tmp_path: Path) -> None:
    """`reading` is true at once and false again when the voice is done."""
    speech = ChildSpeech(tmp_path, SilentPlayer())
    aloud = QtReadAloud(speech)
    with qtbot.waitSignals([aloud.readingChanged] * 2, timeout=15_000):
        aloud.read("先问问爸爸妈妈。")
        assert aloud.reading
    assert not aloud.reading
    aloud.stop()
    speech.close()


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
