"""How sure children were, and whether they were right to be: 很确定、有点确定、猜的 beside the share of right."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.learning.small_cells import Share, share

LEVELS = ("sure", "fairly", "guess")
OFTEN_WRONG = 0.7
"""Below this share of right answers among the sure ones somebody is too sure."""
MOSTLY_RIGHT = 0.85
"""From this share on being sure is well founded, whatever guesses were worth."""
HARDLY_ANY = 0.1
"""Below that share being sure should be worth at least this much more than guessing."""

Rating = tuple[object, str, bool]
"""Whose answer it is, how sure the child was, and whether it was right."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """The share of right answers for each of `LEVELS` that may be shown.

    `verdict` is `too_sure`, `sure_means_little`, `fits`, or empty where there is too little to say.
    """

    shares: dict[str, Share]
    verdict: str


def calibration(ratings: Iterable[Rating]) -> Calibration:
    """The shares by confidence; answers without one do not count."""
    by_level: dict[str, list[tuple[object, bool]]] = {level: [] for level in LEVELS}
    for child, level, right in ratings:
        if level in by_level:
            by_level[level].append((child, right))
    shares = {level: found for level, marks in by_level.items() if (found := share(marks))}
    return Calibration(shares, _verdict(shares))


def _verdict(shares: dict[str, Share]) -> str:
    sure = shares.get("sure")
    if sure is None:
        return ""
    if sure.value < OFTEN_WRONG and sure.bound != "above":
        return "too_sure"
    less = shares.get("guess") or shares.get("fairly")
    if sure.value >= MOSTLY_RIGHT or (less and not less.bound and sure.value - less.value >= HARDLY_ANY):
        return "fits"
    return "sure_means_little" if less and not less.bound and not sure.bound else ""
