"""What staff and the 播报墙 do with kept takes: listen, play, export. Methods block: call them from a thread."""

import sys
from array import array
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from kiosk.broadcast.rendering import Renderer
from kiosk.core.errors import KioskError
from kiosk.devices.sound import SoundPlayer
from kiosk.privacy.guardian import Guardian
from kiosk.privacy.sealed import NotOurs, SealedReader
from kiosk.privacy.takes import TakeFiles

MP3_NAME = "{theme}-{take}.mp3"
STRIDE = 16
"""Every so many samples one is looked at for the wave: 3,000 a second show where somebody speaks."""


class TakeDesk:
    """Over a guardian, the player and a renderer. Every method raises KioskError with a sentence."""

    def __init__(self, guardian: Guardian, player: SoundPlayer, renderer: Renderer) -> None:
        self._guardian = guardian
        self._player = player
        self._renderer = renderer

    def listen(self, take: str, role: str, reason: str, finished: Callable[[], None]) -> int:
        """Staff hear the untouched take, on record with the reason; the number to `stop` it by at the player."""
        files = self._guardian.hear(take, role, reason)
        found = self._guardian.takes.find(take)
        return self._player.play_sealed(files.raw, files.key, found.seconds if found else 0.0, finished)

    def shape(self, take: str, bars: int) -> list[float]:
        """The wave of the untouched take: the height of each of `bars` pieces, 0 to 1."""
        files = self._guardian.takes.files(take)
        samples = array("h")
        try:
            sound = SealedReader(files.raw, files.key).read()
        except (OSError, NotOurs) as error:
            raise KioskError("privacy.take_unreadable", repr(error)) from error
        samples.frombytes(sound[: len(sound) // samples.itemsize * samples.itemsize])
        if sys.byteorder == "big":
            samples.byteswap()
        seen = samples[::STRIDE]
        edges = [len(seen) * place // bars for place in range(bars + 1)]
        pieces = (seen[start:end] for start, end in pairwise(edges))
        return [max(map(abs, piece), default=0) / 32_768 for piece in pieces]

    def hush(self, number: int) -> None:
        """Silence what `listen` or `play` gave this number, within 100 ms; at once, from any thread."""
        self._player.stop(number)

    def close(self) -> None:
        """Start no export any more, and end the one under way."""
        self._renderer.close()

    def play(self, take: str, finished: Callable[[], None], loudness: float = 1.0) -> int:
        """The broadcast of an approved take that may be played at the base, at that share of the volume; the number to
        `stop` it by.

        Raises KioskError `privacy.not_allowed` for any other.
        """
        if take not in {one.id for one in self._guardian.wall()}:
            raise KioskError("privacy.not_allowed", take)
        files = self._guardian.takes.files(take)
        seconds = self._broadcast_seconds(files)
        return self._player.play_sealed(files.broadcast, files.key, seconds, finished, loudness)

    def mp3(self, take: str, role: str) -> bytes:
        """An approved take that may be published, as MP3 and on no disk. On record."""
        files = self._guardian.export(take, role)
        self._broadcast_seconds(files)
        return self._renderer.mp3(files.broadcast, files.key)

    def export(self, take: str, role: str, folder: Path) -> Path:
        """Write an approved take that may be published as MP3 into `folder`; the file. On record."""
        files = self._guardian.export(take, role)
        found = self._guardian.takes.find(take)
        self._broadcast_seconds(files)
        out = folder / MP3_NAME.format(theme=found.theme if found and found.theme else "take", take=take)
        self._renderer.export(files.broadcast, files.key, out)
        return out

    def _broadcast_seconds(self, files: TakeFiles) -> float:
        """How long its broadcast is; made now when the take was kept without one."""
        try:
            if not files.broadcast.exists():
                return self._renderer.render(files.raw, files.key, files.broadcast).seconds
            return float(SealedReader(files.broadcast, files.key).about["seconds"])
        except (OSError, NotOurs, KeyError) as error:
            raise KioskError("privacy.take_unreadable", repr(error)) from error
