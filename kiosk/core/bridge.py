"""承诺桥 as the base has lit it so far: how many lanterns, the newest of them, and which classes. Nobody's name."""

from dataclasses import dataclass

MOST_CLASSES = 5
LEAST_IN_CLASS = 5
"""A class with fewer lanterns is not shown: it could tell of single children."""


@dataclass(frozen=True, slots=True)
class Hung:
    """A lantern: the number of its place, its shape (1 to 6) and the promise whose icon it bears.

    `paper` (1 to 6; 0: the shape's own) is the colour of its paper, `pattern` (1 to 4; 0: none) what is painted on it.
    """

    place: int
    shape: int
    promise: str
    paper: int = 0
    pattern: int = 0


def lantern_art(shape: int, paper: int) -> str:
    """The picture of a lantern (`assets/art`); patterns lie over it, as `pledge-pattern-<n>`."""
    return f"pledge-lantern-{shape}" if paper in (0, shape) else f"pledge-lantern-{shape}-{paper}"


@dataclass(frozen=True, slots=True)
class Bridge:
    """`total` lanterns so far; `hung` are the newest, oldest first; `classes` at most five, by name and lanterns."""

    total: int = 0
    hung: tuple[Hung, ...] = ()
    classes: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ClassBridge:
    """One class's part of it, or the whole: `promises` from the one that was chosen most, without numbers."""

    total: int = 0
    hung: tuple[Hung, ...] = ()
    promises: tuple[str, ...] = ()
