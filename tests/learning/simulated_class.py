"""Classes of simulated children who judge messages, with the truth about them in closed form."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from statistics import NormalDist, mean

from kiosk.learning.effect import Pair
from kiosk.learning.signal import Counts, count

NORMAL = NormalDist()


@dataclass(frozen=True)
class Kind:
    """A kind of child: mean d′ and c, and how much children differ in them (standard deviations)."""

    d: float
    c: float
    differ_d: float = 0.5
    differ_c: float = 0.4


PARANOID = Kind(d=0.2, c=-1.3)
TRUSTING = Kind(d=0.3, c=1.1)
DISCERNING = Kind(d=2.3, c=0.0)


@dataclass(frozen=True)
class Form:
    """How much more (or less) like a scam each message looks than it should."""

    scams: Sequence[float] = (0.0,) * 5
    genuine: Sequence[float] = (0.0,) * 5


def rough_form(random: Random, length: int = 5) -> Form:
    """A form whose items differ."""
    return Form(*([random.gauss(0, 0.3) for _ in range(length)] for _ in range(2)))


def answer(random: Random, d: float, c: float, form: Form) -> Counts:
    """One child's counts on `form`; half of the yeses are 要先问大人."""
    answers = []
    for nature, side, looks in (("scam", d / 2, form.scams), ("genuine", -d / 2, form.genuine)):
        for look in looks:
            yes = random.random() < NORMAL.cdf(side - c + look)
            answers.append((nature, random.choice(("scam", "ask_first")) if yes else "genuine"))
    return count(answers)


def true_figures(kind: Kind, forms: Sequence[Form]) -> tuple[float, float]:
    """d′ and c of infinitely many such children together, over `forms`."""
    wide = math.sqrt(1 + kind.differ_d**2 / 4 + kind.differ_c**2)
    hits = mean(NORMAL.cdf((kind.d / 2 - kind.c + look) / wide) for form in forms for look in form.scams)
    alarms = mean(NORMAL.cdf((-kind.d / 2 - kind.c + look) / wide) for form in forms for look in form.genuine)
    z_hits, z_alarms = NORMAL.inv_cdf(hits), NORMAL.inv_cdf(alarms)
    return z_hits - z_alarms, -(z_hits + z_alarms) / 2


def make_group(random: Random, kind: Kind, children: int, form: Form) -> list[Counts]:
    """A class that does one form."""
    return [
        answer(random, random.gauss(kind.d, kind.differ_d), random.gauss(kind.c, kind.differ_c), form)
        for _ in range(children)
    ]


def make_class(
    random: Random, kind: Kind, gain: float, shift: float, children: int, forms: Sequence[Form]
) -> list[Pair]:
    """A class before and after; half of the children do form A first, the others form B."""
    pairs = []
    for place in range(children):
        d, c = random.gauss(kind.d, kind.differ_d), random.gauss(kind.c, kind.differ_c)
        first, second = (forms[0], forms[1]) if place % 2 == 0 else (forms[1], forms[0])
        pairs.append(Pair(answer(random, d, c, first), answer(random, d + gain, c + shift, second)))
    return pairs


def true_effect(kind: Kind, gain: float, shift: float, forms: Sequence[Form]) -> tuple[float, float]:
    """The true gain of d′ and shift of c of such a class."""
    before = true_figures(kind, forms)
    after = true_figures(replace(kind, d=kind.d + gain, c=kind.c + shift), forms)
    return after[0] - before[0], after[1] - before[1]
