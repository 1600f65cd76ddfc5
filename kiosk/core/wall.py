"""The 播报墙 as screens see it: works that a teacher has approved and whose consents let them be played at the base.

`look` → `Hung` with what hangs there now, and again whenever a work comes or goes, until `leave`; `play` → `Over` once.
A work that is withdrawn goes off the wall, and is silent, within a second of it, whoever withdrew it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

GROUNDS = 6
"""Pairs of colours that a cover may have."""
MOTIFS = {
    "civility": "lotus",
    "bulletin": "shield",
    "rumour": "fish",
    "convention": "lantern",
    "rehearsal": "boat",
    "free": "moon",
}
"""What is painted for a work whose script is not here any more, by its theme."""
OTHER_MOTIF = "microphone"


@dataclass(frozen=True, slots=True)
class Work:
    """One of the works on the wall. `motif` is the name of its cover's picture, `seconds` how long its take is."""

    id: str
    theme: str
    title: str
    motif: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Hung:
    """What hangs on the wall now, the newest first."""

    works: tuple[Work, ...]


@dataclass(frozen=True, slots=True)
class Over:
    """The work `id` is silent: played to its end, hushed, withdrawn, or it could not be heard."""

    id: str


Told = Hung | Over


class Wall(Protocol):
    """What a screen may do with the wall. No method blocks or raises; all is told on the screen's thread."""

    listener: Callable[[Told], None]

    def look(self) -> None:
        """Tell what hangs there, and watch it until `leave`."""
        ...

    def play(self, work: str, loudness: float = 1.0) -> None:
        """Play a work, at this share of the kiosk's volume (0 to 1), in place of what plays; one `Over` comes."""
        ...

    def hush(self) -> None:
        """Be quiet within 100 ms."""
        ...

    def leave(self) -> None:
        """Be quiet, watch and tell nothing any more: whoever comes next sets `listener` anew."""
        ...


def nobody(told: Told) -> None:
    """The listener of a wall that nobody looks at."""


class EmptyWall:
    """A wall for machines and tests without one: nothing hangs there."""

    def __init__(self) -> None:
        self.listener: Callable[[Told], None] = nobody

    def look(self) -> None:
        """Nothing hangs there."""
        self.listener(Hung(()))

    def play(self, work: str, loudness: float = 1.0) -> None:
        """Over at once."""
        self.listener(Over(work))

    def hush(self) -> None:
        """Nothing plays."""

    def leave(self) -> None:
        """Nobody was here."""


def motif_of(script: str, theme: str, motifs: Mapping[str, str]) -> str:
    """The picture on the cover of a work: its script's (`motifs`, by id), else its theme's."""
    return f"cover-{motifs.get(script) or MOTIFS.get(theme, OTHER_MOTIF)}"


def seed_of(work: str) -> int:
    """A number by which a work's cover always looks the same."""
    seed = 0
    for one in work:
        seed = (seed * 131 + ord(one)) % 2**31
    return seed


def cover_of(title: str, theme: str, motif: str, seed: int, say: Callable[..., str]) -> dict[str, Any]:
    """What `CoverCard` paints: `seed` gives its ground and where its lights hang (shares of its sides)."""
    lights = [((seed >> at * 3) % 83 / 83, (seed >> at * 2 + 5) % 61 / 61, (seed >> at) % 3) for at in range(1, 10)]
    return {
        "title": title,
        "motif": motif,
        "ground": seed % GROUNDS,
        "lights": [{"x": x, "y": y, "size": 1 + size} for x, y, size in lights],
        "station": say("broadcast_booth.name"),
        "theme": say(f"broadcast_booth.theme_{theme}") if theme in MOTIFS else "",
    }
