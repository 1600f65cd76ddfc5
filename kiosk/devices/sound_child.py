"""The sound process on Linux: plays what its standard input asks for, and says on standard output when each ended.

It is a process of its own so that no fault of the sound system can reach the screen. It ends when its input ends.
"""

import os
import sys
from pathlib import Path
from threading import Lock, Thread
from typing import Any, TextIO

from kiosk.devices.pulse import Playback, Pulse, SoundTrouble
from kiosk.devices.sealed_sound import Unplayable, sealed_wav
from kiosk.devices.sound_lines import PLAYED, read_line, write_line

AT_ONCE = 8


class SoundChild:
    """Plays several sounds beside each other, one thread a sound, at most `AT_ONCE`."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._lock = Lock()
        self._playing: dict[int, Playback] = {}
        self._gain = 1.0
        self._library: Pulse | None = None

    def obey(self, fields: dict[str, Any]) -> None:
        """Do what one line says."""
        match fields.get("do"):
            case "play":
                key, loudness = bytes.fromhex(fields.get("key", "")), float(fields.get("loudness", 1.0))
                self._start(int(fields["id"]), Path(fields["path"]), key, loudness)
            case "stop":
                if one := self._playing.get(int(fields["id"])):
                    one.stop()
            case "volume":
                self._gain = float(fields["level"])

    def _start(self, number: int, path: Path, key: bytes, loudness: float) -> None:
        if len(self._playing) >= AT_ONCE:
            self._tell(number, "devices.sound_too_many")
            return
        try:
            self._library = self._library or Pulse()
        except SoundTrouble as trouble:
            self._tell(number, trouble.code, trouble.detail)
            return
        one = self._playing[number] = Playback(self._library)
        Thread(target=self._play, args=(number, path, key, loudness, one), daemon=True).start()

    def _play(self, number: int, path: Path, key: bytes, loudness: float, one: Playback) -> None:
        why, detail = PLAYED, ""
        try:
            one.play(sealed_wav(path, key) if key else path, lambda: self._gain * loudness)
        except SoundTrouble as trouble:
            why, detail = trouble.code, trouble.detail
        except Unplayable as trouble:
            why, detail = "devices.sound_bad_file", str(trouble)
        del self._playing[number]
        self._tell(number, why, detail)

    def _tell(self, number: int, why: str, detail: str = "") -> None:
        with self._lock:
            try:
                write_line(self._out, id=number, why=why, detail=detail)
            except OSError:  # the screen is gone: there is nobody left to play for
                os._exit(0)


def main() -> None:
    """Obey standard input until it ends."""
    child = SoundChild(sys.stdout)
    for line in sys.stdin:
        child.obey(read_line(line))
    os._exit(0)  # sounds still playing are cut off; their threads must not delay the end


if __name__ == "__main__":
    main()
