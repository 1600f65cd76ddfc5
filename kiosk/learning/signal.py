"""Telling scams from genuine messages apart: signal detection on the answers to messages.

"Yes" is 骗局 or 要先问大人. d′ says how well somebody tells the two apart; c which way he leans: above 0 he lets scams
pass, below 0 he suspects what is honest. Messages that call for asking first belong to neither side.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from statistics import NormalDist

from kiosk.core.item import Item
from kiosk.learning.intervals import Estimate

YES = ("scam", "ask_first")
CHILD_LEAST = 10
"""A d′ of one child needs as many scams, and as many genuine messages."""
LEAN = 0.3
"""How far c lies from 0 before a leaning is worth a word: a short form's own items alone can move it by .2."""
_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Counts:
    """`hits` yes to `scams` messages that are scams, `alarms` yes to `genuine` ones. Counts of several add up."""

    hits: int = 0
    scams: int = 0
    alarms: int = 0
    genuine: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.hits + other.hits,
            self.scams + other.scams,
            self.alarms + other.alarms,
            self.genuine + other.genuine,
        )

    def __sub__(self, other: "Counts") -> "Counts":
        return Counts(
            self.hits - other.hits,
            self.scams - other.scams,
            self.alarms - other.alarms,
            self.genuine - other.genuine,
        )

    def holds(self, least: int) -> bool:
        """Whether there are at least so many answers to either nature."""
        return self.scams >= least and self.genuine >= least


def reading(item: Item, chosen: Sequence[str]) -> tuple[str, str] | None:
    """An answer as `count` takes it, the nature and what was chosen; `None` where the item judges nothing.

    Messages and claims are judged by nature. Of a post of 督导亭 the item `….what` asks what it is; its option A says
    that nothing is wrong with it.
    """
    if item.kind == "judge" and chosen:
        return item.nature, chosen[0]
    if item.family != "feed" or not item.id.endswith(".what"):
        return None
    return "genuine" if item.right == ("A",) else "scam", "genuine" if tuple(chosen) == ("A",) else "scam"


def count(answers: Iterable[tuple[str, str]]) -> Counts:
    """The counts of answers, each the message's nature and the nature that was chosen."""
    return total(_one(nature, chosen in YES) for nature, chosen in answers)


def total(counts: Iterable[Counts]) -> Counts:
    """All of them together."""
    return reduce(add, counts, Counts())


def _one(nature: str, yes: bool) -> Counts:
    if nature == "scam":
        return Counts(hits=int(yes), scams=1)
    return Counts(alarms=int(yes), genuine=1) if nature == "genuine" else Counts()


def hit_rate(counts: Counts) -> float:
    """Log-linear correction (Hautus 1995): never 0 or 1, so that d′ is finite."""
    return (counts.hits + 0.5) / (counts.scams + 1)


def alarm_rate(counts: Counts) -> float:
    """As `hit_rate`, of the genuine messages."""
    return (counts.alarms + 0.5) / (counts.genuine + 1)


def d_prime(counts: Counts) -> float:
    """分辨力. Not for one child below 10 + 10: there use `of_child`."""
    return _NORMAL.inv_cdf(hit_rate(counts)) - _NORMAL.inv_cdf(alarm_rate(counts))


def criterion(counts: Counts) -> float:
    """警惕倾向 c: above 0 too trusting, below 0 too suspicious."""
    return -(_NORMAL.inv_cdf(hit_rate(counts)) + _NORMAL.inv_cdf(alarm_rate(counts))) / 2


def d_prime_variance(counts: Counts) -> float:
    """The variance of d′ if all answers were one person's (Gourevitch and Galanter 1967); that of c is a quarter."""
    rates = ((hit_rate(counts), counts.scams), (alarm_rate(counts), counts.genuine))
    return sum(p * (1 - p) / n / _NORMAL.pdf(_NORMAL.inv_cdf(p)) ** 2 for p, n in rates)


def of_child(counts: Counts) -> float | None:
    """One child's d′, or `None` below 10 scams and 10 genuine messages: it would be noise with a name."""
    return d_prime(counts) if counts.holds(CHILD_LEAST) else None


def leaning(c: Estimate) -> str:
    """The verdict on c: `too_loose`, `fit` or `too_tight`. Only a leaning that is sure and not small is one."""
    if c.low > 0 and c.value >= LEAN:
        return "too_loose"
    return "too_tight" if c.high < 0 and c.value <= -LEAN else "fit"
