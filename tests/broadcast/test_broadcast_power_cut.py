"""The screen's process dies in the middle of a take: without consent nothing can be read, with it nothing is lost."""

import os
import subprocess
import sys
import wave
from pathlib import Path

import pytest

from kiosk.privacy.sealed import NotOurs, SealedReader, new_key
from tests.devices.microphone import HUM
from tests.devices.sound_daemon import wait_for
from tests.privacy.home import Home, everything

ROOT = Path(__file__).parents[2]


def killed_while_recording(folder: Path, mode: str) -> bytes:
    """SIGKILL to a screen that records, and to its capture process at once, as a power cut would; the take's key."""
    sound = folder / "hum.wav"
    with wave.open(str(sound), "wb") as out:
        out.setparams((1, 2, 48_000, 0, "NONE", ""))
        out.writeframes(HUM)
    command = [sys.executable, "-m", "tests.broadcast.recording_child", str(folder / "home"), str(sound), mode]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout
    _, key, capture = child.stdout.readline().split()
    os.kill(int(capture), 9)
    child.kill()
    child.wait()
    child.stdout.close()
    wait_for(lambda: not Path(f"/proc/{capture}").exists())
    return bytes.fromhex(key)


def test_without_consent_it_is_unreadable_and_removed(tmp_path: Path) -> None:
    """Its key was in memory only: nothing under the home opens the file, and the next start removes it."""
    key = killed_while_recording(tmp_path, "once")
    (raw,) = (tmp_path / "home").rglob("raw.sealed")
    left = everything(tmp_path / "home")
    assert key not in left
    assert key.hex().encode() not in left
    assert HUM[4_000:4_064] not in left
    assert len(SealedReader(raw, key).read()) > 100_000, "it was there, had anybody kept the key"
    with pytest.raises(NotOurs):
        SealedReader(raw, new_key()).read()
    home = Home(tmp_path / "home")
    home.guardian.replay()
    assert not raw.exists()
    assert list(home.guardian.takes.passing.iterdir()) == []
    home.close()


def test_with_consent_it_is_mended_and_waits_for_review(tmp_path: Path) -> None:
    """All but its last moment."""
    killed_while_recording(tmp_path, "consent")
    home = Home(tmp_path / "home")
    try:
        home.guardian.replay()
        assert home.guardian.recover() == (1, 0)
        (take,) = home.guardian.takes.all("pending")
        assert take.seconds > 1.9
        files = home.guardian.takes.files(take.id)
        reader = SealedReader(files.raw, files.key)
        assert HUM[4_000:4_064] in reader.read()
        assert reader.whole
    finally:
        home.close()
