"""Ratings from counts, so that those of several kiosks merge: by adding, in any order, as often as one likes.

A rating that moves with every answer depends on the order of answers and cannot be merged. What is kept of an item
instead is how often visitors of each band of ability met it and how often they were right. That is all Elo needs:
`difficulty` is where Elo arrives when each of its steps meets the average of those answers.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.learning.rating import Rated, chance, gain

PER_LOGIT = 2
"""Bands of ability a logit. What is stored depends on it: never change its meaning."""
OUTERMOST = 6
STEPS = 400
"""After so many steps nothing of where Elo began is left."""
SETTLED = 1e-4
"""Logits a step below which Elo has arrived."""


@dataclass(frozen=True, slots=True)
class Tally:
    """`bands` holds band (-6 to 6, half a logit each), answers and right ones among them, sorted by band."""

    bands: tuple[tuple[int, int, int], ...] = ()

    @property
    def answers(self) -> int:
        """All answers."""
        return sum(answers for _, answers, _ in self.bands)

    def __add__(self, other: "Tally") -> "Tally":
        """What two kiosks know together."""
        answers, right = Counter[int](), Counter[int]()
        for band, number, good in (*self.bands, *other.bands):
            answers[band] += number
            right[band] += good
        return Tally(tuple((band, answers[band], right[band]) for band in sorted(answers)))


def one_answer(ability: float, right: bool) -> Tally:
    """A single answer by somebody of `ability`."""
    band = round(ability * PER_LOGIT)
    return Tally(((max(-OUTERMOST, min(OUTERMOST, band)), 1, int(right)),))


def difficulty(tally: Tally, start: Rated) -> float:
    """Where Elo arrives from `start`, the author's word, with its usual steps.

    After 5 answers four tenths of the author's word are left, after 20 less than one, after 50 a hundredth.
    """
    total, now = tally.answers, start.difficulty
    for done in range(min(total, STEPS)):
        expected = sum(answers * chance(band / PER_LOGIT, now, start.guess) for band, answers, _ in tally.bands)
        step = gain(done) * (expected - sum(right for *_, right in tally.bands)) / total
        now += step
        if abs(step) < SETTLED:
            break
    return now


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer of a visit: the item's key, what was known of it, and whether the answer was right."""

    key: str
    item: Rated
    right: bool


_GRID = tuple(range(-OUTERMOST, OUTERMOST + 1))
_COMMON = tuple(-((band / PER_LOGIT) ** 2) / 2 for band in _GRID)
"""Visitors' abilities are spread normally around 0: the logarithm of their density at each band."""


def tally_visit(answers: Sequence[Answered]) -> list[tuple[str, Tally]]:
    """The tally of every answer that one visitor gave in one visit.

    An answer counts in the band of the ability that the visitor's *other* answers show, looked at together: the
    ability at that moment would be rough early in a visit, and one that knew this answer would flatter it.
    """
    shown = [[_weight(one, band) for band in _GRID] for one in answers]
    together = [sum(column) + common for *column, common in zip(*shown, _COMMON, strict=True)]
    tallies = []
    for one, own in zip(answers, shown, strict=True):
        others = [whole - part for whole, part in zip(together, own, strict=True)]
        tallies.append((one.key, one_answer(_mean(others), one.right)))
    return tallies


def _weight(one: Answered, band: int) -> float:
    """The logarithm of how likely the answer is from somebody in `band`."""
    right = one.item.chance(band / PER_LOGIT)
    return math.log(right if one.right else 1 - right)


def _mean(logarithms: Sequence[float]) -> float:
    """The mean ability under weights given by their logarithms."""
    top = max(logarithms)
    weights = [math.exp(one - top) for one in logarithms]
    return sum(weight * band for weight, band in zip(weights, _GRID, strict=True)) / sum(weights) / PER_LOGIT
