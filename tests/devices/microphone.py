"""A microphone that the test speaks into: a pipe source of the test's own sound daemon, fed in real time."""

import array
import math
import os
import subprocess
import wave
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import TypeVar

from kiosk.core.booth import RATE
from tests.devices.sound_daemon import Daemon, wait_for

BLOCK_FRAMES = RATE // 50
HISS = bytes(array.array("h", [((n * 7919) % 41) - 20 for n in range(BLOCK_FRAMES)]))
"""20 ms of a quiet room: about 70 dB below full scale, never digital silence."""
HUM = array.array("h", [int(9000 * math.sin(n * 0.05)) for n in range(RATE)]).tobytes()
"""One second of a loud tone."""
T = TypeVar("T")
SPEECH = "遇到陌生链接，先问妈妈。"


def pactl(daemon: Daemon, *arguments: str) -> str:
    """What `pactl` answers."""
    command = ["pactl", f"--server=unix:{daemon.socket}", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def speak(text: str, path: Path, rate: int = RATE) -> bytes:
    """`text` in Mandarin by espeak-ng, as 16-bit mono samples at `rate`."""
    subprocess.run(["espeak-ng", "-v", "cmn", "-s", "170", "-w", str(path), text], check=True)
    with wave.open(str(path)) as sound:
        own, samples = sound.getframerate(), array.array("h", sound.readframes(sound.getnframes()))
    count = len(samples) * rate // own
    return array.array("h", [samples[n * own // rate] for n in range(count)]).tobytes()


class VirtualMicrophone:
    """Gives hiss until it is told to say something, a block every 20 ms."""

    def __init__(self, daemon: Daemon, folder: Path, name: str = "mic") -> None:
        self.daemon, self.name = daemon, name
        self.pipe = folder / f"{name}.pipe"
        self._queue: list[bytes] = []
        self._stop, self.dumb = Event(), Event()
        self.background = HISS
        self.plug()
        self._thread = Thread(target=self._feed)
        self._thread.start()

    def plug(self) -> None:
        """Plug it in."""
        self.pipe.unlink(missing_ok=True)
        form = f"format=s16le rate={RATE} channels=1"
        self.module = pactl(
            self.daemon, "load-module", "module-pipe-source", f"source_name={self.name}", f"file={self.pipe}",
            *form.split(), f"source_properties=device.description=Desk-{self.name}",
        )  # fmt: skip

    def unplug(self) -> None:
        """Pull its plug."""
        pactl(self.daemon, "unload-module", self.module)

    def say(self, samples: bytes) -> None:
        """Queue `samples`, spoken in real time."""
        self._queue += [samples[start : start + len(HISS)] for start in range(0, len(samples), len(HISS))]

    def wait_said(self) -> None:
        """Return when all that was queued has been spoken."""
        wait_for(lambda: not self._queue, 60)

    def close(self) -> None:
        """Stop feeding."""
        self._stop.set()
        self._thread.join()

    def _feed(self) -> None:
        pipe, due = -1, monotonic()
        while not self._stop.wait(max(0.0, due - monotonic())):
            due += 0.02
            if self.dumb.is_set():
                continue
            block = self._queue[0] if self._queue else self.background
            try:
                pipe = os.open(self.pipe, os.O_WRONLY | os.O_NONBLOCK) if pipe < 0 else pipe
                os.write(pipe, block)
                if self._queue:
                    self._queue.pop(0)
            except BlockingIOError:  # nobody empties the pipe at the moment
                continue
            except OSError:  # unplugged
                if pipe >= 0:
                    os.close(pipe)
                pipe = -1
        if pipe >= 0:
            os.close(pipe)


class Notes:
    """A listener that remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def __call__(self, told: object) -> None:
        self.told.append(told)

    def of(self, kind: type[T]) -> list[T]:
        """All of one kind."""
        return [one for one in self.told if isinstance(one, kind)]


def heard(notes: Notes, kind: type[T], what: Callable[[T], bool] = lambda one: True, seconds: float = 10.0) -> T:
    """The first of `kind` for which `what` holds, waiting for it."""
    wait_for(lambda: any(what(one) for one in notes.of(kind)), seconds)
    return next(one for one in notes.of(kind) if what(one))
