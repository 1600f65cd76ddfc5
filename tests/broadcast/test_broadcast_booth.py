"""The booth from the first touch to what is left of it: kept with consent, gone without, whatever happens."""

import io
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from time import monotonic

import numpy
import pytest
import soundfile

from kiosk.broadcast.booth import TakeBooth
from kiosk.broadcast.desk import TakeDesk
from kiosk.broadcast.rendering import Renderer
from kiosk.broadcast.self_test import SelfTest, ask_self_test
from kiosk.core.booth import RATE, Armed, Heard, Kept, Played, Rendered, Saved, Script, Started, TakeEnd, Trouble
from kiosk.core.errors import KioskError
from kiosk.devices.child_player import ChildPlayer
from kiosk.devices.recorder import ChildRecorder
from kiosk.privacy.sealed import SealedReader
from tests.broadcast.conftest import SOUNDS
from tests.broadcast.referee import measure
from tests.devices.microphone import HUM, SPEECH, Notes, VirtualMicrophone, heard, pactl, speak
from tests.devices.sound_daemon import Daemon, Ear, wait_for
from tests.privacy.home import Home, everything

SCRIPT = Script("s-001", "safety", "先问妈妈", SPEECH)


def notes_of(booth: TakeBooth) -> Notes:
    """What the booth has told."""
    assert isinstance(booth.listener, Notes)
    return booth.listener


def record(booth: TakeBooth, microphone: VirtualMicrophone, said: bytes, *voices: str) -> TakeEnd:
    """A take in which `said` is said."""
    notes = notes_of(booth)
    booth.arm()
    heard(notes, Heard)
    notes.told.clear()
    booth.record(SCRIPT, voices)
    heard(notes, Started)
    microphone.say(said)
    microphone.wait_said()
    wait_for(lambda: notes.of(Heard)[-1].level.peak_db < -60)
    booth.stop()
    return heard(notes, TakeEnd)


def traces(said: bytes) -> Iterator[bytes]:
    """What a take that held `said` could be found by: its samples, as they are and as other formats would hold them."""
    samples = numpy.frombuffer(said, "<i2")
    for third in numpy.array_split(samples, 3):
        place = min(int(numpy.argmax(numpy.abs(third))), len(third) - 16)
        part = third[place : place + 16]
        yield part.tobytes()
        yield part.astype(">i2").tobytes()
        yield (part / 32_768).astype("<f4").tobytes()
    yield from (b"WAVEfmt ", b"fLaC\x00\x00\x00\x22")


def test_a_visit_without_consent_leaves_nothing(
    booth: TakeBooth, microphone: VirtualMicrophone, home: Home, tmp_path: Path, ear: Ear
) -> None:
    """只听一次: recorded, made a broadcast, heard, gone. While it lives and after, no byte of it lies in the clear."""
    home.settings["booth_mode"] = "once"
    said = speak(SPEECH, tmp_path / "speech.wav")
    before = {path for path in home.folder.rglob("*") if path.is_file()}
    end = record(booth, microphone, said)
    assert (end.code, end.whole) == ("booth.stopped", True)
    notes = notes_of(booth)
    booth.render()
    made = heard(notes, Rendered, seconds=30)
    assert made.broadcast.loudness == pytest.approx(-16.0, abs=0.5)
    assert made.broadcast.true_peak <= -1.5
    assert made.tips
    start = monotonic()
    booth.play()
    wait_for(lambda: len(ear.loud_since(start)) > 20)
    now = booth._now
    assert now
    assert now.files.raw.stat().st_size > len(said) // 2
    assert now.files.broadcast.exists()
    flac = SealedReader(now.files.broadcast, now.files.key).read()
    parts = [*traces(said), *(flac[start : start + 24] for start in range(0, len(flac) - 24, len(flac) // 20))]
    living = everything(home.folder)
    assert not [one for one in parts if one in living]
    assert now.files.key not in living
    booth.keep("keep")
    assert heard(notes, Trouble).code == "booth.consent_needed"
    booth.leave()
    wait_for(lambda: not now.files.folder.exists())
    home.store.flush(5)
    assert {path for path in home.folder.rglob("*") if path.is_file()} == before
    left = everything(home.folder)
    assert not [one for one in parts if one in left]
    assert home.guardian.takes.all() == []


def test_a_take_with_consent_is_kept(booth: TakeBooth, microphone: VirtualMicrophone, home: Home) -> None:
    """As far as the child chose; it waits for review, and leaving does not end it."""
    voice = home.voice(kinds=("record", "keep", "play"))
    notes = notes_of(booth)
    record(booth, microphone, HUM, voice)
    booth.keep("publish")
    assert heard(notes, Trouble).code == "booth.consent_needed"
    booth.keep("play")
    assert heard(notes, Kept).release == "play"
    booth.leave()
    wait_for(lambda: booth._now is None)
    (take,) = home.guardian.takes.all("pending")
    assert (take.script, take.theme, take.title, take.release) == ("s-001", "safety", "先问妈妈", "play")
    files = home.guardian.takes.files(take.id)
    assert len(SealedReader(files.raw, files.key).read()) == round(take.seconds * RATE) * 2
    assert home.events("take_kept") == [{"take": take.id, "release": "play", "voices": 1}]


def test_staff_listen_release_and_export(
    booth: TakeBooth, microphone: VirtualMicrophone, home: Home, player: ChildPlayer, tmp_path: Path, ear: Ear
) -> None:
    """Kept without a broadcast: one is made when it is played or exported; each act as far as the consents reach."""
    desk = TakeDesk(home.guardian, player, Renderer(SOUNDS))
    record(booth, microphone, HUM, home.voice())
    booth.keep("publish")
    heard(notes_of(booth), Kept)
    (take,) = home.guardian.takes.all()
    start, over = monotonic(), Event()
    desk.listen(take.id, "teacher", "review", over.set)
    assert over.wait(15)
    assert ear.loud_since(start)
    for refused in (lambda: desk.play(take.id, over.set), lambda: desk.export(take.id, "teacher", tmp_path)):
        with pytest.raises(KioskError, match=r"privacy\.not_allowed"):
            refused()
    home.guardian.review(take.id, "approved", "teacher")
    again = monotonic()
    number = desk.play(take.id, over.set)
    wait_for(lambda: len(ear.loud_since(again)) > 20)
    player.stop(number)
    out = desk.export(take.id, "teacher", tmp_path)
    assert out.name == f"safety-{take.id}.mp3"
    assert soundfile.info(str(out)).format == "MP3"
    home.guardian.withdraw(take.voices[0], ["play"], "admin")
    with pytest.raises(KioskError, match=r"privacy\.not_allowed"):
        desk.play(take.id, over.set)
    assert home.guardian.takes.find(take.id), "to publish was not withdrawn"


def test_again_and_throwing_away_leave_nothing(booth: TakeBooth, microphone: VirtualMicrophone, home: Home) -> None:
    """With consent, too: what the child does not keep is gone, key and row included."""
    voice = home.voice()
    record(booth, microphone, HUM, voice)
    record(booth, microphone, HUM, voice)
    assert len(home.guardian.takes.all("recording")) == 1
    booth.throw_away()
    wait_for(lambda: booth._now is None)
    assert home.guardian.takes.all() == []
    assert home.guardian.takes.on_disk() == set()
    assert home.guardian.keys.names() == {voice}


def test_a_fault_leaves_the_take_so_far(booth: TakeBooth, microphone: VirtualMicrophone, home: Home) -> None:
    """The capture process is killed in a take with consent: it can be heard, kept, and is whole when it is."""
    voice = home.voice()
    notes = notes_of(booth)
    booth.arm()
    heard(notes, Heard)
    booth.record(SCRIPT, [voice])
    heard(notes, Started)
    microphone.say(HUM)
    microphone.wait_said()
    assert isinstance(booth.recorder, ChildRecorder)
    pid = booth.recorder.child_pid
    assert pid
    os.kill(pid, signal.SIGKILL)
    end = heard(notes, TakeEnd)
    assert (end.code, end.whole) == ("booth.capture_gone", False)
    booth.keep("keep")
    heard(notes, Kept)
    (take,) = home.guardian.takes.all("pending")
    assert take.seconds >= 0.9


def test_the_booth_closes(booth: TakeBooth, home: Home) -> None:
    """By the setting, before the disk gets full, and without the consents that the setting asks for."""
    notes = notes_of(booth)
    assert booth.opening() == ""
    booth.record(SCRIPT)
    assert heard(notes, TakeEnd).code == "booth.consent_needed"
    home.settings["booth_floor_mb"] = 10**9
    assert booth.opening() == "booth.closed_disk"
    notes.told.clear()
    booth.record(SCRIPT)
    assert heard(notes, TakeEnd).code == "booth.closed_disk"
    home.settings["booth_mode"] = "closed"
    assert booth.opening() == "booth.closed"
    notes.told.clear()
    booth.play()
    heard(notes, Played)
    booth.render()
    assert heard(notes, Trouble).code == "booth.too_short"


def test_a_teacher_records_clips_for_a_voice_pack(
    booth: TakeBooth, microphone: VirtualMicrophone, home: Home, tmp_path: Path
) -> None:
    """Whatever the setting; as Ogg Vorbis at the loudness of a broadcast. A child's take cannot get out that way."""
    home.settings["booth_mode"] = "closed"
    notes = notes_of(booth)
    booth.arm()
    heard(notes, Heard)
    booth.record(Script(), staff=True, limit_s=2.0)
    heard(notes, Started)
    microphone.say(HUM + HUM)
    heard(notes, TakeEnd)
    booth.save_clip(tmp_path / "clip.ogg")
    assert heard(notes, Saved, seconds=30).seconds > 1.0
    sound, rate = soundfile.read(tmp_path / "clip.ogg", dtype="int16")
    assert measure(sound.tobytes(), rate).loudness == pytest.approx(-16.0, abs=0.5)
    assert home.guardian.takes.all() == []
    home.settings["booth_mode"] = "once"
    notes.told.clear()
    record(booth, microphone, HUM)
    booth.save_clip(tmp_path / "child.ogg")
    assert heard(notes, Trouble).code == "booth.consent_needed"
    assert not (tmp_path / "child.ogg").exists()


def test_an_export_is_an_mp3(booth: TakeBooth, microphone: VirtualMicrophone, home: Home, tmp_path: Path) -> None:
    """What phones play: looked at frame by frame, and decoded again; the sealed take is as it was."""
    home.settings["booth_mode"] = "once"
    record(booth, microphone, HUM + HUM)
    booth.render()
    made = heard(notes_of(booth), Rendered, seconds=30).broadcast
    now = booth._now
    assert now
    raw = now.files.raw.read_bytes()
    out = tmp_path / "broadcast.mp3"
    seconds = booth._renderer.export(now.files.broadcast, now.files.key, out)
    assert seconds == pytest.approx(made.seconds)
    info = soundfile.info(str(out))
    assert (info.format, info.subtype, info.samplerate) == ("MP3", "MPEG_LAYER_III", RATE)
    assert info.duration == pytest.approx(seconds, abs=0.2)
    assert frames(out.read_bytes()) == pytest.approx(seconds * RATE / 1152, abs=8)
    assert [path.name for path in tmp_path.glob(".*")] == []
    assert now.files.raw.read_bytes() == raw
    flac = SealedReader(now.files.broadcast, now.files.key).read()
    assert soundfile.info(io.BytesIO(flac)).format == "FLAC"


def frames(data: bytes) -> int:
    """How many MPEG 1 layer III frames of one rate `data` is made of, one behind the other to its end."""
    kbits = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
    count, at = 0, 0
    while at < len(data):
        assert data[at] == 0xFF, at
        assert data[at + 1] & 0xFE == 0xFA, at
        at += 144_000 * kbits[data[at + 2] >> 4] // 48_000 + (data[at + 2] >> 1 & 1)
        count += 1
    return count


def test_the_self_test(player: ChildPlayer, microphone: VirtualMicrophone, daemon: Daemon) -> None:
    """A microphone that hears the speaker passes; a deaf one, a dead one and a missing one are told apart."""
    recorder = ChildRecorder()
    test = SelfTest(recorder, player, SOUNDS)
    pactl(daemon, "load-module", "module-loopback", "source=mic", "sink=speaker", "latency_msec=20")
    try:
        assert ask_self_test("speaker.monitor", 0.8).code == "booth.staff_tone_heard"
        deaf = test.run("Desk-mic")
        assert (deaf.code, deaf.works) == ("booth.staff_tone_not_heard", False)
        assert deaf.params == {"microphone": "Desk-mic"}
        microphone.background = bytes(len(microphone.background))
        assert test.run("Desk-mic").code == "booth.staff_digital_silence"
        microphone.dumb.set()
        assert test.run("Desk-mic").code == "booth.staff_no_data"
        daemon.kill()
        assert test.run("").code == "booth.staff_sound_service_gone"
    finally:
        recorder.close()


def test_levels_come_with_a_check(booth: TakeBooth, microphone: VirtualMicrophone, tmp_path: Path) -> None:
    """A voice at a good distance is told so while it speaks."""
    notes = notes_of(booth)
    booth.arm()
    assert heard(notes, Armed).name == "Desk-mic"
    assert heard(notes, Heard).check == "booth.level_waiting"
    microphone.say(speak(SPEECH, tmp_path / "speech.wav"))
    heard(notes, Heard, lambda one: one.check == "booth.level_good")
