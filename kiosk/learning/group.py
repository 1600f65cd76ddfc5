"""What a group of children can do: d′ and c of all their answers together, each with a 95 % interval.

Intervals come from leaving out one child at a time (jackknife) with Student's t. Children differ, so the answers of
one child hang together: intervals that take all answers as one person's held the truth in 81 to 97 of 100 simulated
classes, resampling children (bootstrap percentiles) in 82 to 99, these in 92 to 99, for 8 to 40 children.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import TypeVar

from kiosk.learning.intervals import Estimate, around
from kiosk.learning.signal import Counts, criterion, d_prime, d_prime_variance, leaning, total

FORM_LEAST = 5
"""The smallest honest form: as many scams, and as many genuine messages."""
GROUP_LEAST = 5
"""Fewer children are not shown as a group."""
FLOOR = 0.5
"""Where hardly anybody errs, leaving out one child changes nothing; an interval never claims more certainty than half
the variance that answers of one person would have."""
SPREAD_D, SPREAD_C = 0.7, 0.5
"""How much children may differ (standard deviations) where only totals are known."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Group:
    """`children` who did a whole form; `incomplete` others did not and are left out. `leaning`: see `signal.leaning`.

    `guessing`: nothing shows that they tell scams from genuine messages at all.
    """

    children: int
    incomplete: int
    d: Estimate
    c: Estimate

    @property
    def leaning(self) -> str:
        return leaning(self.c)

    @property
    def guessing(self) -> bool:
        return self.d.low <= 0

    @property
    def alarms(self) -> float:
        """How often a genuine message is taken for a scam, by d′ and c."""
        return NormalDist().cdf(-self.c.value - self.d.value / 2)

    @property
    def misses(self) -> float:
        """How often a scam passes, by d′ and c."""
        return NormalDist().cdf(self.c.value - self.d.value / 2)


def of_group(children: Sequence[Counts]) -> Group | None:
    """The figures of a group, or `None` when fewer than 5 did a whole form."""
    return _figures(children, FORM_LEAST)


def of_play(children: Sequence[Counts]) -> Group | None:
    """The figures of a group at a station, where a child may meet only a few: those who met both natures count.

    `None` when they are fewer than 5, or met less together than 5 children in forms would.
    """
    return _figures(children, 1) if total(children).holds(GROUP_LEAST * FORM_LEAST) else None


def _figures(children: Sequence[Counts], least: int) -> Group | None:
    whole = [one for one in children if one.holds(least)]
    if len(whole) < GROUP_LEAST:
        return None
    everyone = total(whole)
    variance = FLOOR * d_prime_variance(everyone)
    figures = {}
    for figure, floor in ((d_prime, variance), (criterion, variance / 4)):
        left = [figure(everyone - one) for one in whole]
        figures[figure] = around(figure(everyone), max(jackknife(left), floor), len(whole) - 1)
    return Group(len(whole), len(children) - len(whole), figures[d_prime], figures[criterion])


def of_totals(counts: Counts, children: int) -> Group | None:
    """As `of_group` where a guide counted hands (全班模式): how much children differ is assumed, not measured."""
    if children < GROUP_LEAST or not counts.holds(FORM_LEAST * children):
        return None
    variance = d_prime_variance(counts)
    d = around(d_prime(counts), variance + SPREAD_D**2 / children, children - 1)
    c = around(criterion(counts), variance / 4 + SPREAD_C**2 / children, children - 1)
    return Group(children, 0, d, c)


def jackknife(left: Sequence[float]) -> float:
    """The variance of a figure from its values with one unit left out at a time."""
    middle = sum(left) / len(left)
    return (len(left) - 1) / len(left) * sum((one - middle) ** 2 for one in left)
