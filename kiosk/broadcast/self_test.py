"""The morning self-test: is the right microphone there, is it alive, does it hear the speaker?

`ask_self_test` runs it in a process of its own with a microphone and a player of its own, so that the screen neither
waits nor grows. What is heard is sealed with a key that is forgotten, looked at for one pitch, and removed.
"""

import array
import json
import logging
import math
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from queue import Empty, SimpleQueue

from kiosk.core.booth import RATE, Level, Started, TakeEnd, Trouble
from kiosk.core.places import program_folder
from kiosk.core.programs import program
from kiosk.devices.record import Recorder, TakeOrder, Told
from kiosk.devices.recorder import ChildRecorder, staff_code
from kiosk.devices.sound import SoundPlayer
from kiosk.devices.state import DeviceState
from kiosk.store import files

PITCH = 987.76
"""B5, what `assets/sounds/booth-self-test.wav` holds."""
BESIDE = (800.0, 880.0, 1110.0, 1240.0)
"""Pitches that hold nothing of it: what is heard there is the room."""
ABOVE_DB = 20.0
LISTEN_S = 2.2
WINDOW = RATE // 4
PATIENCE_S = 10.0
MEMORY = "cache/self-test.json"
log = logging.getLogger(__name__)
DIGITAL_BLOCKS = 22
"""Levels until digital silence would have shown itself."""


class SelfTest:
    """Needs a recorder that nobody else uses meanwhile. `sounds` holds our tones; `run` blocks for three seconds."""

    def __init__(self, recorder: Recorder, player: SoundPlayer, sounds: Path) -> None:
        self._recorder = recorder
        self._player = player
        self._tone = sounds / "booth-self-test.wav"
        self._told: SimpleQueue[Told] = SimpleQueue()

    def run(self, microphone: str) -> DeviceState:
        """What staff are told about the microphone called so (empty: the system's own choice)."""
        self._recorder.listener = self._told.put
        self._recorder.arm(microphone)
        try:
            return self._look() or self._listen()
        finally:
            self._recorder.disarm()

    def _look(self) -> DeviceState | None:
        """What is wrong with the microphone, if anything."""
        for _ in range(DIGITAL_BLOCKS):
            level = self._wait(lambda told: isinstance(told, Level | Trouble))
            if isinstance(level, Trouble):
                return DeviceState(staff_code(level.code), False, detail=level.detail)
            if not isinstance(level, Level):
                return DeviceState("booth.staff_capture_gone", False, detail="no level")
            if level.digital_silence:
                return self._state("booth.staff_digital_silence", works=False)
        return None

    def _listen(self) -> DeviceState:
        """Play the tone and look for it in what is heard."""
        try:
            with tempfile.TemporaryDirectory(prefix="fingertip-glow-") as folder:
                return self._hear_tone(Path(folder) / "test.sealed")
        except OSError as error:
            return DeviceState("booth.staff_test_disk", False, detail=repr(error))

    def _hear_tone(self, path: Path) -> DeviceState:
        from kiosk.privacy.sealed import SealedReader, new_key  # here for its cost, which the screen must not pay

        order = TakeOrder(path, new_key(), LISTEN_S, floor_bytes=0, preroll_ms=0)
        self._recorder.start(order)
        end = self._wait(lambda told: isinstance(told, Started | TakeEnd))
        if isinstance(end, Started):
            self._player.play_file(self._tone)
            end = self._wait(lambda told: isinstance(told, TakeEnd))
        if not isinstance(end, TakeEnd):
            return DeviceState("booth.staff_capture_gone", False, detail="no end")
        if not end.whole:
            code = "booth.disk_failed" if end.code.startswith("booth.disk") else end.code
            return DeviceState(staff_code(code), False, detail=end.detail)
        heard = has_tone(SealedReader(path, order.key).read())
        return self._state("booth.staff_tone_heard" if heard else "booth.staff_tone_not_heard", works=heard)

    def _state(self, code: str, *, works: bool) -> DeviceState:
        known = self._recorder.state()
        if known.code == "booth.staff_other_microphone" and works:
            return known
        return DeviceState(code, works, {"microphone": known.params.get("microphone", "")})

    def _wait(self, what: Callable[[Told], bool]) -> Told | None:
        """The next thing told for which `what` holds; `None` when nothing comes."""
        try:
            while True:
                if what(told := self._told.get(timeout=PATIENCE_S)):
                    return told
        except Empty:
            return None


def has_tone(samples: bytes) -> bool:
    """Whether the test tone stands out of 16-bit `samples` for a quarter of a second somewhere."""
    heard = array.array("h", samples[: len(samples) // 2 * 2])
    for start in range(0, len(heard) - WINDOW, WINDOW // 2):
        part = heard[start : start + WINDOW : 8]
        room = sum(strength(part, hertz) for hertz in BESIDE) / len(BESIDE)
        if strength(part, PITCH) > max(room, 1.0) * 10 ** (ABOVE_DB / 10):
            return True
    return False


def strength(samples: "array.array[int]", hertz: float, rate: float = RATE / 8) -> float:
    """The power of `samples` at one pitch, by Goertzel's recurrence under a Hann window."""
    turn = 2 * math.cos(2 * math.pi * hertz / rate)
    size = len(samples)
    last = before = 0.0
    for place, sample in enumerate(samples):
        window = 0.5 - 0.5 * math.cos(2 * math.pi * place / size)
        last, before = sample * window + turn * last - before, last
    return (last * last + before * before - turn * last * before) / size


def remember(home: Path, day: int, state: DeviceState) -> None:
    """Keep what the self-test of that local day (its first millisecond) found: a restart does not sound it again."""
    path = home / MEMORY
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        files.put(path, json.dumps({"day": day, "state": asdict(state)}, ensure_ascii=False))
    except OSError as error:
        log.warning("the self-test is not remembered: %r", error)


def remembered(home: Path) -> tuple[int, DeviceState]:
    """The day of the last self-test and what it found; day 0 and a microphone untried where there was none."""
    try:
        told = json.loads((home / MEMORY).read_text("utf-8"))
        return int(told["day"]), DeviceState(**told["state"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0, DeviceState("booth.staff_untried")


def ask_self_test(microphone: str, volume: float) -> DeviceState:
    """The self-test in a process of its own; blocks until it is over."""
    try:
        done = subprocess.run(
            program("kiosk.broadcast.self_test", microphone, str(volume)),
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=PATIENCE_S * 3, check=True, text=True,
        )  # fmt: skip
        return DeviceState(**json.loads(done.stdout))
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        return DeviceState("booth.staff_capture_gone", False, detail=repr(error))


def main() -> None:
    """Test the microphone called as the first argument, at the loudness of the second (0 to 1)."""
    from kiosk.devices.child_player import ChildPlayer

    sounds = program_folder() / "assets" / "sounds"
    recorder, player = ChildRecorder(), ChildPlayer(sounds)
    player.set_volume(float(sys.argv[2]))
    try:
        json.dump(asdict(SelfTest(recorder, player, sounds).run(sys.argv[1])), sys.stdout)
    finally:
        player.close()
        recorder.close()


if __name__ == "__main__":
    main()
