"""The real player: hands every sound to a process of its own and brings that process back when it dies.

The screen never waits for it: all that may block happens on one thread. A sound whose end is not reported in time
(a sound system that hangs) is given up and the process is replaced, so that nobody waits for an end for ever.
"""

import subprocess
import sys
import wave
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import Any

from kiosk.core.programs import program
from kiosk.devices.sound import Finished
from kiosk.devices.sound_lines import PLAYED, read_line, write_line
from kiosk.devices.state import DeviceState

SLACK_S = 3.0
"""How much later than its own length a sound may end before the sound process counts as hung."""
OPENING_S = 5.0
"""How long it may take to open a sealed file."""
QUIET_S = 120.0
"""After this much silence the sound process is sent home; the next sound is heard some 30 ms later than usual."""


def child_module() -> str:
    """The program that plays sounds on this system."""
    return "kiosk.devices.sound_child" if sys.platform == "linux" else "kiosk.devices.qt_player"


@dataclass
class _Playing:
    """A sound that the process has been given: `due` is the monotonic second by which it must have ended."""

    due: float
    finished: Finished | None


class ChildPlayer:
    """`SoundPlayer` over a process started at the first sound. `sounds` holds the WAVs that `play` names."""

    def __init__(self, sounds: Path, module: str = "", slack_s: float = SLACK_S, quiet_s: float = QUIET_S) -> None:
        self._sounds = sounds
        self._command = program(module or child_module())
        self._slack_s = slack_s
        self._quiet_s = quiet_s
        self._numbers = count(1)
        self._jobs: SimpleQueue[Callable[[], object] | None] = SimpleQueue()
        self._child: subprocess.Popen[str] | None = None
        self._playing: dict[int, _Playing] = {}
        self._volume = 1.0
        self._muted = False
        self._state = DeviceState("devices.sound_untried")
        self._thread = Thread(target=self._work, name="sound", daemon=True)
        self._thread.start()

    def play(self, name: str) -> None:
        """Play a sound of the set by its name."""
        self.play_file(self._sounds / f"{name}.wav")

    def play_file(self, path: Path, finished: Finished | None = None) -> int:
        """Hand the file to the sound process; see `SoundPlayer`."""
        number = next(self._numbers)
        self._jobs.put(partial(self._start_file, number, path, finished))
        return number

    def play_sealed(
        self, path: Path, key: bytes, seconds: float, finished: Finished | None = None, loudness: float = 1.0
    ) -> int:
        """Hand a sealed file and its key to the sound process; see `SoundPlayer`."""
        number = next(self._numbers)
        more = {"key": key.hex(), "loudness": loudness}
        self._jobs.put(partial(self._start, number, path, seconds + OPENING_S, finished, **more))
        return number

    def stop(self, number: int) -> None:
        """Silence one sound; see `SoundPlayer`."""
        self._jobs.put(partial(self._send, do="stop", id=number))

    def set_volume(self, volume: float) -> None:
        """Loudness 0.0 to 1.0."""
        self._volume = min(1.0, max(0.0, volume))
        self._jobs.put(self._send_volume)

    def set_muted(self, muted: bool) -> None:
        """Mute or unmute."""
        self._muted = muted
        self._jobs.put(self._send_volume)

    def state(self) -> DeviceState:
        """What the last sound met."""
        return self._state

    @property
    def child_pid(self) -> int | None:
        """The sound process, while there is one (for measuring it)."""
        child = self._child
        return child.pid if child and child.poll() is None else None

    def close(self) -> None:
        """End the sound process and this player's thread."""
        self._jobs.put(None)
        self._thread.join(2.0)

    def _work(self) -> None:
        """The player's thread: one job after the other, and whatever is overdue in between."""
        while True:
            try:
                job = self._jobs.get(timeout=self._next_due())
            except Empty:
                self._end_child()
                self._give_up()
                continue
            if job is None:
                break
            job()
        self._end_child()

    def _next_due(self) -> float | None:
        """Seconds until the sound process has hung or been quiet for too long; `None` when there is none."""
        if self._playing:
            return max(0.0, min(one.due for one in self._playing.values()) - monotonic())
        return self._quiet_s if self._child else None

    def _start_file(self, number: int, path: Path, finished: Finished | None) -> None:
        try:
            length = wav_seconds(path)
        except (OSError, EOFError, wave.Error) as error:
            self._state = DeviceState("devices.sound_bad_file", False, {"file": path.name}, str(error))
            if finished:
                finished()
            return
        self._start(number, path, length, finished)

    def _start(self, number: int, path: Path, length: float, finished: Finished | None, **more: object) -> None:
        ready = self._ready()
        self._playing[number] = _Playing(monotonic() + length + self._slack_s, finished)
        if not ready or not self._send(do="play", id=number, path=str(path), **more):
            self._ended(number, "devices.sound_no_process", "")

    def _ready(self) -> bool:
        """Have a living sound process."""
        if self._child:
            if self._child.poll() is None:
                return True
            self._gone(self._child)
        try:
            self._child = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
            )
        except OSError as error:
            self._state = DeviceState("devices.sound_no_process", False, detail=str(error))
            return False
        Thread(target=self._listen, args=(self._child,), daemon=True).start()
        return self._send_volume()

    def _listen(self, child: "subprocess.Popen[str]") -> None:
        """One thread a sound process: pass on what it says, and that it has gone."""
        assert child.stdout
        for line in child.stdout:
            self._jobs.put(partial(self._heard, read_line(line)))
        child.wait()
        self._jobs.put(partial(self._gone, child))

    def _heard(self, fields: dict[str, Any]) -> None:
        if "id" in fields:
            self._ended(int(fields["id"]), str(fields.get("why", PLAYED)), str(fields.get("detail", "")))

    def _ended(self, number: int, why: str, detail: str) -> None:
        one = self._playing.pop(number, None)
        if one is None:
            return
        self._state = DeviceState(why or "devices.sound_ready", works=why == PLAYED, detail=detail)
        if one.finished:
            one.finished()

    def _gone(self, child: "subprocess.Popen[str]") -> None:
        """The process died: all it played has ended. The next sound starts a new one."""
        if child is not self._child:
            return
        self._child = None
        for number in list(self._playing):
            self._ended(number, "devices.sound_no_process", f"exit {child.returncode}")

    def _give_up(self) -> None:
        """The process had to be ended in the middle of these: it hung."""
        for number in list(self._playing):
            self._ended(number, "devices.sound_hung", "")

    def _send(self, **fields: object) -> bool:
        if self._child is None or self._child.stdin is None:
            return False
        try:
            write_line(self._child.stdin, **fields)
        except OSError:  # it died just now; `_gone` follows
            return False
        return True

    def _send_volume(self) -> bool:
        return self._send(do="volume", level=0.0 if self._muted else self._volume)

    def _end_child(self) -> None:
        child, self._child = self._child, None
        if child:
            child.kill()
            child.wait()


def wav_seconds(path: Path) -> float:
    """Length of a WAV in seconds. Raises OSError, EOFError or wave.Error when it cannot be read."""
    with wave.open(str(path), "rb") as sound:
        return sound.getnframes() / sound.getframerate()
