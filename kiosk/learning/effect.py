"""What a class has gained between two forms, with how sure that is."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.learning.group import FLOOR, FORM_LEAST, Group, jackknife, of_group
from kiosk.learning.intervals import Estimate, around
from kiosk.learning.signal import Counts, criterion, d_prime, d_prime_variance, total


@dataclass(frozen=True, slots=True)
class Pair:
    """One child's counts before and after; `None` where that form was not done or cannot be told to be the child's."""

    before: Counts | None = None
    after: Counts | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """`gain` of d′ and `shift` of c from before to after.

    `matched` children did both forms and are all that is compared; where nobody is known to have done both (no return
    codes) `matched` is 0 and the groups are compared as they are. `not_back` did the first form only.
    """

    before: Group
    after: Group
    gain: Estimate
    shift: Estimate
    matched: int
    not_back: int

    @property
    def verdict(self) -> str:
        """`improved`, `fell_back` or `no_change_found`, of d′."""
        if self.gain.holds_zero:
            return "no_change_found"
        return "improved" if self.gain.value > 0 else "fell_back"


def effect(children: Sequence[Pair]) -> Effect | None:
    """The effect on a class, or `None` when fewer than 5 children can be compared."""
    whole = [Pair(_whole(one.before), _whole(one.after)) for one in children]
    both = [one for one in whole if one.before and one.after]
    compared = both or whole
    before = of_group([one.before for one in compared if one.before])
    after = of_group([one.after for one in compared if one.after])
    if before is None or after is None:
        return None
    not_back = sum(one.before is not None and one.after is None for one in whole) if both else 0
    freedom = min(before.children, after.children) - 1
    gain = _change(compared, d_prime, 1.0, freedom)
    return Effect(before, after, gain, _change(compared, criterion, 0.25, freedom), len(both), not_back)


def _whole(counts: Counts | None) -> Counts | None:
    """A form that was broken off does not count."""
    return counts if counts and counts.holds(FORM_LEAST) else None


def _change(children: Sequence[Pair], figure: Callable[[Counts], float], share: float, freedom: int) -> Estimate:
    """The change of `figure`, whose variance is `share` of that of d′."""
    first = total(one.before for one in children if one.before)
    second = total(one.after for one in children if one.after)
    left = [figure(second - (one.after or Counts())) - figure(first - (one.before or Counts())) for one in children]
    floor = FLOOR * share * (d_prime_variance(first) + d_prime_variance(second))
    return around(figure(second) - figure(first), max(jackknife(left), floor), freedom)


def of_totals_alone(before: Group, after: Group) -> Effect:
    """The effect where only the groups' own figures are known (全班模式): nothing is matched."""
    gain, shift = _apart(before.d, after.d), _apart(before.c, after.c)
    return Effect(before, after, gain, shift, matched=0, not_back=0)


def _apart(before: Estimate, after: Estimate) -> Estimate:
    """The difference of two independent estimates."""
    value = after.value - before.value
    half = math.hypot(before.high - before.value, after.high - after.value)
    return Estimate(value, value - half, value + half)
