"""Choosing three promises, entering a code, finding a place for the lantern. Pure."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kiosk.core.bridge import Hung
from kiosk.core.places import program_folder
from kiosk.core.returning import LENGTH

PROMISES = 3
SHAPES, PATTERNS = 6, 4
TURNS = ("choose", "plan", "practice", "paint", "sign", "hang")
"""Phases of one child; the others are everybody's."""
LEAST = 6
"""Fewer promises for the class's age are too few to choose three from."""
CODE_TRIES = 5
"""Wrong codes in one visit, after which it is kinder (and safer for others) to make new promises."""
PLACES, PLACES_UPRIGHT = 48, 56
"""The lowest row of the picture stays free for words."""
Point = tuple[float, float]


@cache
def places(upright: bool) -> tuple[Point, ...]:
    """Where lanterns are tied, in pixels of the picture (1920×1080, or 1080×1920 upright)."""
    path: Path = program_folder() / "assets" / "art" / "pledge-bridge.json"
    told = json.loads(path.read_text("utf-8"))
    found = tuple((float(x), float(y)) for x, y in told["portrait" if upright else "landscape"])
    return found[: PLACES_UPRIGHT if upright else PLACES]


@dataclass(frozen=True, slots=True)
class Lantern:
    """The lantern that a child is about to hang; `paper` 0 is the shape's own, `place` is -1 while it has none."""

    shape: int = 1
    paper: int = 0
    pattern: int = 0
    place: int = -1

    @property
    def color(self) -> int:
        """The number of its paper."""
        return self.paper or self.shape

    def hung(self, promise: str) -> Hung:
        """As it hangs on the bridge, with the icon of `promise`."""
        return Hung(self.place, self.shape, promise, self.paper, self.pattern)


def toggle(chosen: tuple[str, ...], promise: str) -> tuple[str, ...]:
    """Choose a promise or let it go; a fourth is not taken."""
    if promise in chosen:
        return tuple(one for one in chosen if one != promise)
    return (*chosen, promise) if len(chosen) < PROMISES else chosen


def enter(code: tuple[str, ...], picture: str) -> tuple[str, ...]:
    """Another picture of the code; touched again it goes."""
    if picture in code:
        return tuple(one for one in code if one != picture)
    return (*code, picture) if len(code) < LENGTH else code


def nearest(x: float, y: float, taken: Collection[int], *, upright: bool) -> int:
    """The free place nearest to a point of the picture; when all are taken the nearest of all, whose lantern gives way.

    A finger aims at the lantern below the cord, not at the knot.
    """
    points = places(upright)
    free = [at for at in range(len(points)) if at not in taken] or list(range(len(points)))
    return min(free, key=lambda at: (points[at][0] - x) ** 2 + (points[at][1] + 60 - y) ** 2)


def shown(hung: Sequence[Hung], *, upright: bool) -> dict[int, Hung]:
    """Which lantern hangs at which place: the newest where two have the same."""
    count = len(places(upright))
    return {one.place % count: one for one in hung}
