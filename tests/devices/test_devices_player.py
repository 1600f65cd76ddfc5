"""Sounds are heard, stop within 100 ms, and no fault of the sound system reaches the screen's process."""

import os
import signal
import wave
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from time import monotonic

import pytest

from kiosk.devices.child_player import ChildPlayer
from kiosk.devices.sound import SilentPlayer
from kiosk.privacy.sealed import new_key, seal
from tests.devices.sound_daemon import Daemon, Ear, wait_for, write_tone

MODULES = ["kiosk.devices.sound_child", "kiosk.devices.qt_player"]


@pytest.fixture(params=MODULES, ids=["pulse", "qt"])
def player(request: pytest.FixtureRequest, tmp_path: Path, daemon: Daemon) -> Iterator[ChildPlayer]:
    """A player on each of the two sound processes."""
    write_tone(tmp_path / "chime.wav", 0.3)
    write_tone(tmp_path / "long.wav", 8.0)
    one = ChildPlayer(tmp_path, module=request.param)
    yield one
    one.close()


def test_a_sound_is_heard_and_ends(player: ChildPlayer, tmp_path: Path, ear: Ear) -> None:
    """A named sound comes out of the speaker, and its end is told."""
    ended = Event()
    start = monotonic()
    player.play_file(tmp_path / "chime.wav", ended.set)
    assert ended.wait(10)
    assert player.state().code == "devices.sound_ready"
    assert ear.loud_since(start)
    again = monotonic()
    player.play("chime")
    wait_for(lambda: ear.loud_since(again))


def test_stop_is_heard_within_100_ms(player: ChildPlayer, tmp_path: Path, ear: Ear) -> None:
    """From the call of `stop` to the last loud sample at the speaker, five times."""
    for _ in range(5):
        start = monotonic()
        ended = Event()
        number = player.play_file(tmp_path / "long.wav", ended.set)
        wait_for(lambda start=start: len(ear.loud_since(start)) > 20)  # type: ignore[misc]
        stopped = monotonic()
        player.stop(number)
        assert ended.wait(5)
        ear.wait_silence(0.2)
        assert max([stopped, *ear.loud_since(stopped)]) - stopped <= 0.1


def test_a_sealed_take_is_heard_and_stops(player: ChildPlayer, tmp_path: Path, ear: Ear) -> None:
    """Played out of memory: it never lies on the disk in the clear. At a share of the volume; with another key not."""
    key, path = new_key(), tmp_path / "take.sealed"
    seal(
        path,
        key,
        read_wav(write_tone(tmp_path / "tone.wav", 4.0, 48_000)),
        {"kind": "pcm", "rate": 48_000, "channels": 1},
    )
    start, ended = monotonic(), Event()
    number = player.play_sealed(path, key, 4.0, ended.set)
    wait_for(lambda: len(ear.loud_since(start)) > 20)
    player.stop(number)
    assert ended.wait(5)
    ear.wait_silence(0.2)
    whole = Event()
    seal(
        path,
        key,
        read_wav(write_tone(tmp_path / "tone.wav", 0.3, 48_000)),
        {"kind": "pcm", "rate": 48_000, "channels": 1},
    )
    again = monotonic()
    player.play_sealed(path, key, 0.3, whole.set, 0.4)
    assert whole.wait(10)
    ear.wait_silence(0.2)
    assert 0.3 < ear.loudest_since(again) / ear.loudest_since(start) < 0.5
    assert player.state().code == "devices.sound_ready"
    refused = Event()
    player.play_sealed(path, new_key(), 0.3, refused.set)
    assert refused.wait(10)
    assert player.state().code == "devices.sound_bad_file"


def read_wav(path: Path) -> bytes:
    """The samples of a WAV."""
    with wave.open(str(path)) as sound:
        frames: bytes = sound.readframes(sound.getnframes())
    return frames


def test_mute_and_volume_reach_what_plays(player: ChildPlayer, tmp_path: Path, ear: Ear) -> None:
    """Muting silences a running sound; unmuting at a low volume brings it back softer."""
    start = monotonic()
    player.play_file(tmp_path / "long.wav")
    wait_for(lambda: len(ear.loud_since(start)) > 20)
    full = ear.loudest_since(start)
    player.set_muted(True)
    ear.wait_silence(0.2)
    player.set_volume(0.25)
    player.set_muted(False)
    again = monotonic()
    wait_for(lambda: len(ear.loud_since(again)) > 20)
    assert ear.loudest_since(again) < full / 2


def test_the_daemon_dies_and_comes_back(player: ChildPlayer, tmp_path: Path, daemon: Daemon, ear: Ear) -> None:
    """Killed while playing: the sound ends, the next ones end too, and after its return sounds are heard again."""
    start = monotonic()
    ended = Event()
    player.play_file(tmp_path / "long.wav", ended.set)
    wait_for(lambda: ear.loud_since(start))
    daemon.kill()
    for _ in range(3):
        soon = Event()
        player.play_file(tmp_path / "chime.wav", soon.set)
        assert soon.wait(10)
    assert player.state().works is False
    daemon.start()
    second = Ear(daemon)
    try:
        again = monotonic()
        wait_for(lambda: play_until_heard(player, tmp_path / "chime.wav", second, again))
    finally:
        second.close()


def play_until_heard(player: ChildPlayer, sound: Path, ear: Ear, since: float) -> bool:
    """Play `sound` to its end and say whether anything was heard since."""
    ended = Event()
    player.play_file(sound, ended.set)
    assert ended.wait(5)
    return bool(ear.loud_since(since))


def test_without_a_daemon_sounds_end_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No daemon at all: nothing blocks, everything ends, staff are told."""
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")
    write_tone(tmp_path / "chime.wav", 0.3)
    for module in MODULES:
        player = ChildPlayer(tmp_path, module=module)
        ended = Event()
        start = monotonic()
        player.play_file(tmp_path / "chime.wav", ended.set)
        assert monotonic() - start < 1, "it waited for the daemon"
        assert ended.wait(10)
        assert player.state().code == "devices.sound_no_daemon"
        player.close()


def test_a_hanging_daemon_is_given_up(tmp_path: Path, daemon: Daemon) -> None:
    """A stopped daemon answers nobody: the sound is given up in time and the process replaced."""
    write_tone(tmp_path / "chime.wav", 0.3)
    player = ChildPlayer(tmp_path, slack_s=0.5)
    os.kill(daemon.process.pid, signal.SIGSTOP)
    ended = Event()
    player.play_file(tmp_path / "chime.wav", ended.set)
    assert ended.wait(5)
    assert player.state().code == "devices.sound_hung"
    os.kill(daemon.process.pid, signal.SIGCONT)
    after = Event()
    player.play_file(tmp_path / "chime.wav", after.set)
    assert after.wait(5)
    assert player.state().code == "devices.sound_ready"
    player.close()


def test_a_killed_sound_process_is_replaced(player: ChildPlayer, tmp_path: Path) -> None:
    """SIGKILL to the sound process ends what it plays and is just given; the next sound starts a new one."""
    ended = Event()
    player.play_file(tmp_path / "long.wav", ended.set)
    wait_for(lambda: player.child_pid)
    first = player.child_pid
    assert first
    os.kill(first, signal.SIGKILL)
    meanwhile, after = Event(), Event()
    player.play_file(tmp_path / "chime.wav", meanwhile.set)
    assert ended.wait(5) and meanwhile.wait(5)
    player.play_file(tmp_path / "chime.wav", after.set)
    assert after.wait(10)
    assert player.state().code == "devices.sound_ready"
    assert player.child_pid not in (None, first)


def test_a_broken_file_ends_at_once(tmp_path: Path) -> None:
    """What is no WAV is told by its file name; a missing one too."""
    (tmp_path / "bad.wav").write_bytes(b"RIFF nonsense")
    player = ChildPlayer(tmp_path)
    for name in ("bad.wav", "missing.wav"):
        ended = Event()
        player.play_file(tmp_path / name, ended.set)
        assert ended.wait(5)
        assert player.state().code == "devices.sound_bad_file"
        assert player.state().params == {"file": name}
    player.close()


def test_closing_ends_the_sound_process(player: ChildPlayer, tmp_path: Path) -> None:
    """Nothing plays on after the player is closed."""
    player.play_file(tmp_path / "long.wav")
    wait_for(lambda: player.child_pid)
    player.close()
    assert player.child_pid is None


def test_a_quiet_process_is_sent_home(tmp_path: Path, daemon: Daemon) -> None:
    """Its memory is given back, and the next sound starts a new one."""
    write_tone(tmp_path / "chime.wav", 0.1)
    player = ChildPlayer(tmp_path, quiet_s=0.2)
    for _ in range(2):
        ended = Event()
        player.play_file(tmp_path / "chime.wav", ended.set)
        assert ended.wait(5)
        assert player.state().code == "devices.sound_ready"
        wait_for(lambda: player.child_pid is None)
    player.close()


def test_the_silent_player_ends_at_once() -> None:
    """Who waits for the end of a sound never waits for the silent player."""
    ended = Event()
    SilentPlayer().play_file(Path("anything.wav"), ended.set)
    assert ended.is_set()
