"""A booth behind the PIN: forms and takes as a base has them after some weeks, and a player that plays in steps."""

import math
from array import array
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from kiosk.broadcast.keeper import BoothKeeper
from kiosk.core.booth import CONSENT_KINDS, ConsentKind, Release
from kiosk.core.clock import SteppedClock
from kiosk.core.places import program_folder
from kiosk.devices.record import DeafRecorder
from kiosk.devices.sound import SilentPlayer
from kiosk.privacy.sealed import SealedWriter
from kiosk.store import settings
from kiosk.store.store import Store

SOUNDS = program_folder() / "assets" / "sounds"
SECONDS = 6
TERMS = {"booth_mode": "consent", "privacy_officer": "德育主任"}


class SteppedPlayer(SilentPlayer):
    """Plays until it is stopped or `end` is called; `stopped` are the numbers that were."""

    def __init__(self) -> None:
        self.playing: dict[int, Callable[[], None]] = {}
        self.played: list[tuple[Path, float]] = []
        self.stopped: list[int] = []

    def play_sealed(
        self, path: Path, key: bytes, seconds: float, finished: Callable[[], None] | None = None, loudness: float = 1.0
    ) -> int:
        self.played.append((path, seconds))
        number = len(self.played)
        self.playing[number] = finished or (lambda: None)
        return number

    def stop(self, number: int) -> None:
        self.stopped.append(number)
        if finished := self.playing.pop(number, None):
            finished()

    def end(self) -> None:
        """What plays has come to its end."""
        for number in list(self.playing):
            self.playing.pop(number)()


class BoothHome:
    """Forms and takes of one home, and the settings as the program has them."""

    def __init__(self, home: Path, store: Store, clock: SteppedClock) -> None:
        self.store, self.clock, self.player = store, clock, SteppedPlayer()
        for key, value in TERMS.items():
            settings.save(store, key, value).result()
        with store.read() as connection:
            self.settings = settings.read_all(connection)
        self.keeper = BoothKeeper(
            home, store, clock, lambda: self.settings, recorder=DeafRecorder(), player=self.player, sounds=SOUNDS,
            post=lambda call: call(), self_test=False,
        )  # fmt: skip
        self.guardian = self.keeper.guardian()

    def form(self, number: str, kinds: Iterable[ConsentKind] = CONSENT_KINDS, class_label: str = "") -> str:
        """A registered form's voice."""
        terms = self.guardian.terms()
        return self.guardian.consents.give(number, "2026-11-01", tuple(kinds), terms, "teacher", class_label)

    def take(
        self,
        *voices: str,
        title: str = "排队的小蚂蚁",
        theme: str = "civility",
        release: Release = "play",
        days: int = 0,
    ) -> str:
        """A take that waits for review, made so many days ago."""
        now = self.clock.utc
        self.clock.utc = now - days * 86_400_000
        files = self.guardian.takes.begin_kept("s-001", theme, title, voices)
        writer = SealedWriter(files.raw, files.key, {"kind": "pcm", "rate": 48_000, "channels": 1})
        writer.write(voice())
        writer.close()
        self.guardian.takes.settle(files.id, release, SECONDS, "booth.stopped")
        self.clock.utc = now
        return files.id

    def approved(self, *voices: str, **about: Any) -> str:
        """One that was reviewed."""
        take = self.take(*voices, **about)
        self.guardian.review(take, "approved", "teacher")
        return take


def voice() -> bytes:
    """Some seconds that rise and fall like speech."""
    rate = 48_000
    shape = (abs(math.sin(place / rate * 2.1)) ** 2 * math.sin(place / 38) for place in range(SECONDS * rate))
    return array("h", (int(9_000 * one) for one in shape)).tobytes()
