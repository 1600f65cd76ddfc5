"""A real sound system of the test's own: PulseAudio with a speaker that can be listened to."""

import array
import math
import os
import subprocess
import wave
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

RATE = 48_000
LOUD = 600


def wait_for(what: Callable[[], object], seconds: float = 10.0) -> None:
    """Return when `what()` is true; fail after `seconds`."""
    end = monotonic() + seconds
    while not what():
        assert monotonic() < end, f"not within {seconds} s: {what}"
        sleep(0.005)


def write_tone(path: Path, seconds: float, rate: int = 22_050) -> Path:
    """A loud steady tone as 16-bit mono WAV."""
    samples = array.array("h", [int(9000 * math.sin(number * 0.1)) for number in range(int(seconds * rate))])
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(samples.tobytes())
    return path


class Daemon:
    """PulseAudio in a folder of its own, with a null sink; it may be killed and started again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.socket = folder / "socket"
        self.start()

    def start(self) -> None:
        """Start it and wait until it listens."""
        self.socket.unlink(missing_ok=True)
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        command += ["-L", f"module-native-protocol-unix auth-anonymous=1 socket={self.socket}"]
        command += ["-L", f"module-null-sink sink_name=speaker rate={RATE} norewinds=1"]
        home = {"HOME": str(self.folder), "XDG_RUNTIME_DIR": str(self.folder)}
        self.process = subprocess.Popen(
            command, env={**os.environ, **home}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        wait_for(self.socket.exists)

    def kill(self) -> None:
        """SIGKILL, as when a sound daemon crashes."""
        self.process.kill()
        self.process.wait()


class Ear:
    """Listens to the speaker: the arrival time (monotonic seconds) and the loudest sample of every few ms."""

    def __init__(self, daemon: Daemon) -> None:
        self.heard: list[tuple[float, int]] = []
        command = ["parec", f"--server=unix:{daemon.socket}", "--device=speaker.monitor", "--latency-msec=10", "--raw"]
        command += ["--format=s16le", "--channels=1", f"--rate={RATE}"]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self._thread = Thread(target=self._listen)
        self._thread.start()
        wait_for(lambda: self.heard)

    def _listen(self) -> None:
        assert self._process.stdout
        descriptor = self._process.stdout.fileno()
        while block := os.read(descriptor, 1 << 16):
            self.heard.append((monotonic(), max(map(abs, array.array("h", block[: len(block) & ~1])), default=0)))

    def loud_since(self, moment: float) -> list[float]:
        """The arrival times, after `moment`, of everything that is not silence."""
        return [when for when, peak in self.heard if when > moment and peak > LOUD]

    def loudest_since(self, moment: float) -> int:
        """The loudest sample that arrived after `moment`."""
        return max((peak for when, peak in self.heard if when > moment), default=0)

    def wait_silence(self, seconds: float) -> None:
        """Return after `seconds` of silence on end."""
        start = monotonic()
        wait_for(lambda: monotonic() - max([start, *self.loud_since(0)]) > seconds)

    def close(self) -> None:
        """Stop listening."""
        self._process.kill()
        self._process.wait()
        self._thread.join()
