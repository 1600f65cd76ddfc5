"""A microphone that is a WAV file, for the tour and for machines without one; its name says so."""

import time
import wave
from pathlib import Path

from kiosk.devices.record_source import MicrophoneTrouble

BLOCK_S = 0.02


class FileMicrophone:
    """Speaks the 16-bit WAV at `path` over and over, `speed` times as fast as in life. Raises MicrophoneTrouble."""

    def __init__(self, path: Path, rate: int, speed: float = 1.0) -> None:
        try:
            with wave.open(str(path)) as sound:
                if (sound.getnchannels(), sound.getsampwidth()) != (1, 2):
                    raise MicrophoneTrouble("booth.no_microphone", f"{path.name}: not 16-bit mono")
                self._sound: bytes = sound.readframes(sound.getnframes())
        except (OSError, EOFError, wave.Error) as error:
            raise MicrophoneTrouble("booth.no_microphone", f"{path.name}: {error}") from error
        self.name = path.name
        self.fallback = False
        self._pause = BLOCK_S / speed
        self._block = int(BLOCK_S * rate) * 2
        self._at = 0
        self._due = time.monotonic()

    def read(self, timeout_s: float) -> bytes:
        """The next 20 ms, when they are due."""
        self._due = max(self._due + self._pause, time.monotonic() - 1.0)
        time.sleep(max(0.0, self._due - time.monotonic()))
        block = self._sound[self._at : self._at + self._block]
        self._at += len(block)
        if len(block) < self._block:
            self._at = self._block - len(block)
            block += self._sound[: self._at]
        return block

    def close(self) -> None:
        """There is nothing to let go of."""
