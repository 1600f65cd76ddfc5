"""Elo for practice: how hard an item is, how able a visitor is, and what to ask next.

Difficulty and ability lie on one scale in logits: somebody whose ability equals an item's difficulty knows it every
other time. An ability is born with a visit and ends with it.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from kiosk.core.item import NATURES, Item

AIM = 0.75
"""The chance of a right answer that practice aims at."""
NEAREST = 5
MIDDLE = 3
"""The author's difficulty (1 to 5) that lies at 0 logits; each step is one logit."""
GUESSED = 0.5
"""How much of blind guessing is counted on.

Somebody who does not know is pulled by a lure as often as he guesses evenly. In simulations the full rate lost .10 of
the correlation with the true difficulties where nobody guesses, none at all lost .03 where everybody does, half of it
.01 in either.
"""

CHAT_ENDS = 3
"""A chat ends safely, with a grown-up asked, or badly."""

T = TypeVar("T")


def gain(answers: int) -> float:
    """Elo's K after `answers` answers: how far the next one moves a rating."""
    return 1 / (1 + 0.05 * answers)


def chance(ability: float, difficulty: float, guess: float = 0.0) -> float:
    """The chance of a right answer; `guess` is the chance of one who does not know."""
    return guess + (1 - guess) / (1 + math.exp(difficulty - ability))


@dataclass(frozen=True, slots=True)
class Rated:
    """What practice needs to know of an item: its difficulty in logits and the chance of guessing it."""

    difficulty: float
    guess: float = 0.0

    def chance(self, ability: float) -> float:
        """The chance that somebody of `ability` answers it rightly."""
        return chance(ability, self.difficulty, self.guess)


def rated(item: Item, difficulty: float | None = None) -> Rated:
    """`item` with the difficulty that answers gave it, or its author's while there are none."""
    return Rated(prior(item.difficulty) if difficulty is None else difficulty, guess(item.kind, len(item.options)))


def prior(author: int) -> float:
    """The author's difficulty, 1 to 5, in logits."""
    return float(author - MIDDLE)


def guess(kind: str, options: int) -> float:
    """The chance that somebody who does not know answers an item of `kind` with so many options rightly."""
    ways = {
        "choice": options,
        "true_false": 2,
        "multi": (1 << options) - 1,
        "judge": len(NATURES),
        "chat": CHAT_ENDS,
    }.get(kind, 0)
    return GUESSED / ways if ways > 1 else 0.0


@dataclass(frozen=True, slots=True)
class Ability:
    """What a visitor has shown in this visit: `value` in logits after `answers` answers."""

    value: float = 0.0
    answers: int = 0

    def after(self, item: Rated, verdict: str) -> "Ability":
        """The ability after an answer to `item`. Only `right` and `wrong` tell anything; asking first does not."""
        if verdict not in ("right", "wrong"):
            return self
        surprise = (verdict == "right") - item.chance(self.value)
        return Ability(self.value + gain(self.answers) * surprise, self.answers + 1)


def choose(candidates: Mapping[T, Rated], ability: float, random: Random) -> T:
    """One of the five candidates whose chance lies nearest to the aim. Raises IndexError when there is none."""
    by_distance = sorted(candidates, key=lambda one: abs(candidates[one].chance(ability) - AIM))
    return random.choice(by_distance[:NEAREST])
