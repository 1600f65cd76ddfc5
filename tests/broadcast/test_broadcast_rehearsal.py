"""A rehearsal hears the machine's microphone, or a file that says it is one, and its level is fit for a take."""

from pathlib import Path

import pytest

from kiosk.broadcast.levels import LevelCheck
from kiosk.core.booth import Armed, Level
from kiosk.devices.recorder import ChildRecorder
from kiosk.rehearsal.microphone import rehearsal_microphone
from tests.broadcast.conftest import SOUNDS
from tests.devices.microphone import Notes, VirtualMicrophone, heard


def test_the_machines_own_goes_first(microphone: VirtualMicrophone) -> None:
    library, told = rehearsal_microphone(SOUNDS)
    assert (library, "Desk-mic" in told) == ("", True)


def test_a_file_stands_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No sound system at all: our jingle is heard, at a good level sooner or later."""
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path / 'nowhere'}")
    library, told = rehearsal_microphone(SOUNDS)
    assert "文件" in told
    recorder, notes, check = ChildRecorder(library), Notes(), LevelCheck()
    recorder.listener = notes
    recorder.arm()
    assert heard(notes, Armed).name == "booth-jingle.wav"
    heard(notes, Level, lambda level: check.hear(level) == "booth.level_good")
    recorder.close()
