"""What is said into the microphone is in the take, from the first syllable on, and each fault ends kindly."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy
import pytest

from kiosk.core.booth import RATE, SILENCE_DB, Armed, Level, Started, TakeEnd, Trouble
from kiosk.core.words import LANGUAGES, say
from kiosk.devices import recorder as recorder_module
from kiosk.devices.record import TakeOrder
from kiosk.devices.record_pulse import ADJUST_LATENCY, PulseMicrophone
from kiosk.devices.record_source import MicrophoneTrouble
from kiosk.devices.record_take import written_seconds
from kiosk.devices.recorder import ChildRecorder, staff_code
from kiosk.devices.sound_lines import read_line, write_line
from kiosk.privacy.sealed import SealedReader, mend, new_key
from tests.devices.microphone import HISS, HUM, SPEECH, Notes, VirtualMicrophone, heard, pactl, speak
from tests.devices.sound_daemon import Daemon, wait_for

KEY = new_key()


@pytest.fixture
def microphone(daemon: Daemon, tmp_path: Path) -> Iterator[VirtualMicrophone]:
    """A microphone that is plugged in."""
    one = VirtualMicrophone(daemon, tmp_path)
    yield one
    one.close()


@pytest.fixture(params=["pulse", "qt"])
def library(request: pytest.FixtureRequest) -> str:
    """One of the two libraries that record."""
    return str(request.param)


@pytest.fixture
def recorder(library: str, microphone: VirtualMicrophone) -> Iterator[ChildRecorder]:
    """A recorder on each of them."""
    one = ChildRecorder(library)
    one.listener = Notes()
    yield one
    one.close()


@pytest.fixture
def pulse(microphone: VirtualMicrophone) -> Iterator[ChildRecorder]:
    """The recorder of this system."""
    one = ChildRecorder("pulse")
    one.listener = Notes()
    yield one
    one.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own that holds 256 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    if os.geteuid() or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root can mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def order(folder: Path, limit_s: float = 60.0, **more: int) -> TakeOrder:
    """A take in `folder`."""
    return TakeOrder(folder / "take.sealed", KEY, limit_s, more.pop("floor_bytes", 0), **more)


def samples(folder: Path) -> "numpy.ndarray[tuple[int], numpy.dtype[numpy.float64]]":
    """What the take in `folder` holds."""
    return numpy.frombuffer(SealedReader(folder / "take.sealed", KEY).read(), "<i2").astype(float)


def begin(recorder: ChildRecorder, folder: Path, **more: int) -> Notes:
    """Arm and start, until the take runs."""
    notes = recorder.listener
    assert isinstance(notes, Notes)
    recorder.arm()
    heard(notes, Level)
    recorder.start(order(folder, **more))
    heard(notes, Started)
    return notes


def correlation(said: bytes, take: "numpy.ndarray[tuple[int], numpy.dtype[numpy.float64]]") -> float:
    """How alike the take is to what was said, at the best shift."""
    wanted = numpy.frombuffer(said, "<i2").astype(float)
    size = 1 << (len(take) + len(wanted)).bit_length()
    spectrum = numpy.fft.rfft(take, size) * numpy.conj(numpy.fft.rfft(wanted, size))
    shift = int(numpy.argmax(numpy.fft.irfft(spectrum, size)[: len(take)]))
    part = take[shift : shift + len(wanted)]
    assert len(part) == len(wanted), "the take lacks its end"
    return float(numpy.corrcoef(part, wanted)[0, 1])


def test_what_was_said_is_in_the_take(
    recorder: ChildRecorder, library: str, microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    """Speech that begins 150 ms before the take does, thanks to the pre-roll: whole, from the first syllable on.

    That nothing is missing in the middle is asked of this system's own library only: Qt's loses blocks of PulseAudio on
    a busy machine, and is used where there is none.
    """
    said = speak(SPEECH, tmp_path / "speech.wav")
    notes = recorder.listener
    assert isinstance(notes, Notes)
    recorder.arm()
    heard(notes, Level)
    before = len(microphone._queue)
    microphone.say(said)
    wait_for(lambda: 0 < len(microphone._queue) < before + len(said) // 1920 - 7)
    # As long as it can be: on a busy machine the order itself may take longer than a take's usual 400 ms.
    recorder.start(order(tmp_path, preroll_ms=1_000))
    microphone.wait_said()
    heard_by_then = len(notes.of(Level))
    wait_for(lambda: len(notes.of(Level)) > heard_by_then + 8)
    recorder.stop()
    end = heard(notes, TakeEnd)
    assert (end.code, end.whole) == ("booth.stopped", True)
    take = samples(tmp_path)
    assert end.seconds == pytest.approx(len(take) / RATE)
    assert numpy.abs(take).max() > 1_000
    if library == "pulse":
        assert correlation(said, take) >= 0.99
        assert correlation(said[: RATE // 2 * 2], take) >= 0.99, "the first syllable"
    assert SealedReader(tmp_path / "take.sealed", KEY).about["rate"] == RATE


def test_a_microphone_pulled_out_ends_the_take_and_is_found_again(
    pulse: ChildRecorder, microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    """What was said before is kept; putting it in again needs no touch."""
    notes = begin(pulse, tmp_path)
    microphone.say(HUM)
    microphone.wait_said()
    microphone.unplug()
    end = heard(notes, TakeEnd)
    assert end.code == "booth.unplugged"
    assert not end.whole
    assert end.seconds >= 0.9
    assert numpy.abs(samples(tmp_path)).max() > 5000
    assert heard(notes, Trouble).code == end.code
    microphone.plug()
    wait_for(lambda: len(notes.of(Armed)) == 2)


def test_the_sound_service_dies_and_comes_back(
    recorder: ChildRecorder, microphone: VirtualMicrophone, daemon: Daemon, tmp_path: Path
) -> None:
    """Whatever happens to the capture process, the take so far is there and the microphone comes back by itself."""
    notes = begin(recorder, tmp_path)
    microphone.say(HUM)
    microphone.wait_said()
    daemon.kill()
    end = heard(notes, TakeEnd)
    assert end.code in ("booth.sound_service_gone", "booth.capture_gone", "booth.unplugged", "booth.no_data")
    assert end.seconds >= 0.9
    daemon.start()
    microphone.plug()
    wait_for(lambda: len(notes.of(Armed)) == 2)


def test_a_microphone_that_gives_nothing_is_noticed(
    recorder: ChildRecorder, microphone: VirtualMicrophone, tmp_path: Path
) -> None:
    """No data for 500 ms ends the take."""
    notes = begin(recorder, tmp_path)
    microphone.dumb.set()
    assert heard(notes, TakeEnd).code == "booth.no_data"
    assert heard(notes, Trouble).code == "booth.no_data"
    microphone.dumb.clear()
    wait_for(lambda: len(notes.of(Armed)) == 2)


def test_the_capture_process_is_killed(pulse: ChildRecorder, microphone: VirtualMicrophone, tmp_path: Path) -> None:
    """SIGKILL in the middle of a take: all but its last moment can be read, and a new process is there at once."""
    notes = begin(pulse, tmp_path)
    microphone.say(HUM)
    microphone.wait_said()
    pid = pulse.child_pid
    assert pid
    os.kill(pid, signal.SIGKILL)
    end = heard(notes, TakeEnd)
    assert (end.code, end.whole) == ("booth.capture_gone", False)
    assert end.seconds >= 0.9
    reader = SealedReader(tmp_path / "take.sealed", KEY)
    assert len(reader.read()) == round(end.seconds * RATE) * 2
    assert not reader.whole
    assert mend(tmp_path / "take.sealed", KEY)
    mended = SealedReader(tmp_path / "take.sealed", KEY)
    assert len(mended.read()) == round(end.seconds * RATE) * 2
    assert mended.whole
    wait_for(lambda: len(notes.of(Armed)) == 2)


def test_the_screen_dies(microphone: VirtualMicrophone, tmp_path: Path) -> None:
    """The capture process ends the take and itself when nobody reads any more."""
    command = [sys.executable, "-m", "kiosk.devices.record_child", "pulse"]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdin
    assert child.stdout
    write_line(child.stdin, do="arm", microphone="")
    assert read_line(child.stdout.readline())["is"] == "armed"
    one = order(tmp_path)
    write_line(
        child.stdin, do="start", path=str(one.path), key=KEY.hex(), limit_s=60, floor_bytes=0, preroll_ms=0
    )  # fmt: skip
    while read_line(child.stdout.readline())["is"] != "started":
        pass
    for _ in range(10):
        child.stdout.readline()
    child.stdin.close()
    assert child.wait(5) == 0
    child.stdout.close()
    assert written_seconds(one) >= 0.4
    assert not mend(one.path, KEY), "its end was written"


def test_a_full_disk_ends_the_take(pulse: ChildRecorder, small_disk: Path) -> None:
    """A real disk of 256 kB: the take ends, what fitted can be read, and the microphone stays open."""
    notes = begin(pulse, small_disk)
    end = heard(notes, TakeEnd)
    assert (end.code, end.whole) == ("booth.disk_full", False)
    assert 1.0 < end.seconds < 2.7
    assert len(SealedReader(small_disk / "take.sealed", KEY).read()) == round(end.seconds * RATE) * 2
    assert not notes.of(Trouble)


def test_the_floor_of_free_space_ends_the_take(pulse: ChildRecorder, tmp_path: Path) -> None:
    """Less room than the floor: ended after the first second."""
    notes = begin(pulse, tmp_path, floor_bytes=1 << 50)
    end = heard(notes, TakeEnd)
    assert end.code == "booth.disk_low"
    assert end.seconds >= 1.0


def test_a_folder_that_is_gone(pulse: ChildRecorder, tmp_path: Path) -> None:
    """A take that cannot be begun has ended."""
    notes = pulse.listener
    assert isinstance(notes, Notes)
    pulse.arm()
    heard(notes, Level)
    pulse.start(order(tmp_path / "nowhere"))
    assert heard(notes, TakeEnd).code == "booth.disk_failed"


def test_the_system_cannot_switch_the_device(
    pulse: ChildRecorder, microphone: VirtualMicrophone, daemon: Daemon, tmp_path: Path
) -> None:
    """Neither by moving the stream nor by rescuing it when the microphone goes."""
    other = VirtualMicrophone(daemon, tmp_path, "other")
    try:
        other.background = HUM[: len(HISS)]
        pactl(daemon, "load-module", "module-rescue-streams")
        notes = begin(pulse, tmp_path)
        stream = pactl(daemon, "list", "short", "source-outputs").split()[0]
        with pytest.raises(subprocess.CalledProcessError):
            pactl(daemon, "move-source-output", stream, "other")
        microphone.unplug()
        assert heard(notes, TakeEnd).code == "booth.unplugged"
        assert numpy.abs(samples(tmp_path)).max() < 100, "nothing of the other microphone"
    finally:
        other.close()


def test_a_switched_device_is_noticed(microphone: VirtualMicrophone, daemon: Daemon, tmp_path: Path) -> None:
    """Where the system does not ask: the name of the device gives it away."""
    other = VirtualMicrophone(daemon, tmp_path, "other")
    one = PulseMicrophone("mic", RATE, flags=ADJUST_LATENCY)
    try:
        assert one.read(2.0)
        pactl(daemon, "move-source-output", pactl(daemon, "list", "short", "source-outputs").split()[0], "other")
        with pytest.raises(MicrophoneTrouble) as met:
            for _ in range(100):
                one.read(0.1)
        assert met.value.code == "booth.switched"
    finally:
        one.close()
        other.close()


def test_the_take_ends_at_its_time(pulse: ChildRecorder, tmp_path: Path) -> None:
    """To the sample."""
    notes = pulse.listener
    assert isinstance(notes, Notes)
    pulse.arm()
    heard(notes, Level)
    pulse.start(order(tmp_path, limit_s=1.5))
    end = heard(notes, TakeEnd)
    assert (end.code, end.seconds, end.whole) == ("booth.time_over", 1.5, True)


def test_a_take_begun_in_a_take_ends_the_first(pulse: ChildRecorder, tmp_path: Path) -> None:
    """Both are whole, and each has its end."""
    notes = begin(pulse, tmp_path)
    second = TakeOrder(tmp_path / "second.sealed", KEY, 0.5, 0)
    pulse.start(second)
    heard(notes, TakeEnd, lambda one: one.code == "booth.time_over")
    assert [one.code for one in notes.of(TakeEnd)] == ["booth.stopped", "booth.time_over"]
    assert not mend(tmp_path / "take.sealed", KEY)
    assert written_seconds(second) == 0.5


def test_a_microphone_by_name(pulse: ChildRecorder, daemon: Daemon, tmp_path: Path) -> None:
    """By its description; one that is not there is replaced, and staff are told."""
    other = VirtualMicrophone(daemon, tmp_path, "other")
    notes = pulse.listener
    assert isinstance(notes, Notes)
    try:
        pulse.arm("Desk-other")
        assert heard(notes, Armed) == Armed("Desk-other")
        assert pulse.state().works
        pulse.arm("a microphone that was sold")
        wait_for(lambda: len(notes.of(Armed)) == 2)
        assert notes.of(Armed)[1].fallback
        assert pulse.state().code == "booth.staff_other_microphone"
    finally:
        other.close()


def test_without_a_microphone(daemon: Daemon, tmp_path: Path) -> None:
    """What a speaker plays is nobody's voice: a monitor is not taken."""
    one = ChildRecorder("pulse")
    one.listener = notes = Notes()
    try:
        one.arm()
        assert heard(notes, Trouble).code == "booth.no_microphone"
        one.start(order(tmp_path))
        assert heard(notes, TakeEnd) == TakeEnd("booth.no_microphone", 0.0, whole=False, detail="not armed")
        assert one.state().works is False
    finally:
        one.close()
    assert one.child_pid is None


def test_digital_silence_is_told_from_a_quiet_room(pulse: ChildRecorder, microphone: VirtualMicrophone) -> None:
    """Zeros for a second: the input is switched off. Hiss is not."""
    notes = pulse.listener
    assert isinstance(notes, Notes)
    pulse.arm()
    heard(notes, Level, lambda one: one.noise_db < -60)
    assert not any(one.digital_silence for one in notes.of(Level))
    microphone.background = bytes(len(HISS))
    assert heard(notes, Level, lambda one: one.digital_silence).peak_db == SILENCE_DB


def test_every_trouble_is_told_to_child_and_staff() -> None:
    """Whatever code the capture rooms name has its sentences, in both languages."""
    rooms = Path(recorder_module.__file__).parent
    sources = [path.read_text("utf-8") for path in rooms.glob("*record*.py")]
    codes = {code for source in sources for code in re.findall(r'"(booth\.(?!staff_)\w+)"', source)}
    troubles = {code for source in sources for code in re.findall(r'(?:Trouble|_lost|_lose)\("(booth\.\w+)"', source)}
    assert {"booth.unplugged", "booth.disk_full"} <= codes
    for language in LANGUAGES:
        assert all(say(code, language) for code in codes)
        assert all(say(staff_code(code), language) for code in troubles)
