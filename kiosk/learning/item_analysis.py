"""How items behave when a class answers them, and which of them may be wrong themselves."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import StatisticsError, correlation, mean

from kiosk.core.item import Item

HARD, EASY = 0.2, 0.95
LITTLE, DECENT = 0.1, 0.25
"""A discrimination below the first tells nothing, if chance alone does not hide one of the second.

In one class of 25 to 40 a sound item of a short form falls below .1 in 18 to 24 of 100 cases by chance.
"""
ONE_SIDED = 1.645
OTHERS = 4
"""A child's other answers say how strong it is from this many on."""
ENOUGH = 20
"""Answers from which on an item is judged."""


@dataclass(frozen=True, slots=True)
class Response:
    """What a child chose, and how that was judged; as `ItemAnswered` has it."""

    chosen: tuple[str, ...]
    verdict: str

    @property
    def right(self) -> bool | None:
        """`None` for asking first, which is neither right nor wrong."""
        return {"right": True, "wrong": False}.get(self.verdict)


Sheet = Mapping[str, Response]
"""One child's answers by the item's key. No more is known of the child."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How one item behaved.

    `difficulty` is the share of right answers among those that were right or wrong (asking first is neither);
    `discrimination` the correlation with the share of right answers to the other items, `None` where there is none to
    be had; `shares` how often each option was chosen, of all `answers`; `flags` say why the item may be wrong:
    `too_hard`, `too_easy`, `tells_nothing`, `strong_go_wrong`.
    """

    key: str
    answers: int
    difficulty: float | None
    discrimination: float | None
    shares: dict[str, float]
    flags: tuple[str, ...]


def analyse(items: Mapping[str, Item], sheets: Sequence[Sheet]) -> list[Figures]:
    """The figures of `items`, in their order; `sheets` may hold answers to others, which tell of the children."""
    return [_figures(key, item, [sheet for sheet in sheets if key in sheet]) for key, item in items.items()]


def _figures(key: str, item: Item, sheets: Sequence[Sheet]) -> Figures:
    known = [right for sheet in sheets if (right := sheet[key].right) is not None]
    difficulty = mean(known) if known else None
    judged = [
        (strength, right, sheet[key].chosen)
        for sheet in sheets
        if (right := sheet[key].right) is not None and (strength := _strength(key, sheet)) is not None
    ]
    discrimination = _correlation([(strength, right) for strength, right, _ in judged])
    found = {
        "too_hard": difficulty is not None and difficulty < HARD,
        "too_easy": difficulty is not None and difficulty > EASY,
        "tells_nothing": _tells_nothing(discrimination, len(judged)),
        "strong_go_wrong": _strong_go_wrong(judged),
    }
    flags = tuple(flag for flag, holds in found.items() if holds) if len(known) >= ENOUGH else ()
    shares = _shares(item, [sheet[key].chosen for sheet in sheets])
    return Figures(key, len(sheets), difficulty, discrimination, shares, flags)


def _strength(key: str, sheet: Sheet) -> float | None:
    """The share of right answers to all other items (so that an item does not confirm itself)."""
    others = [right for other, one in sheet.items() if other != key and (right := one.right) is not None]
    return mean(others) if len(others) >= OTHERS else None


def _correlation(pairs: Sequence[tuple[float, bool]]) -> float | None:
    try:
        return correlation([strength for strength, _ in pairs], [float(score) for _, score in pairs])
    except StatisticsError:
        return None  # everybody, or nobody, was right: nothing varies


def _tells_nothing(discrimination: float | None, answers: int) -> bool:
    """Whether it is little, and a decent one lies outside its interval (Fisher's z)."""
    if discrimination is None or discrimination >= LITTLE or answers < ENOUGH:
        return False
    return discrimination <= -1 or math.atanh(discrimination) + ONE_SIDED / math.sqrt(answers - 3) < math.atanh(DECENT)


def _strong_go_wrong(judged: Sequence[tuple[float, bool, tuple[str, ...]]]) -> bool:
    """Whether the strongest third agree most on a wrong answer."""
    strongest = sorted(judged, key=lambda one: one[0], reverse=True)[: len(judged) // 3]
    right = sum(score for _, score, _ in strongest)
    wrong = Counter(chosen for _, score, chosen in strongest if not score)
    return bool(wrong) and wrong.most_common(1)[0][1] > right


def _shares(item: Item, chosen: Sequence[tuple[str, ...]]) -> dict[str, float]:
    keys = [option.key for option in item.options] or sorted({key for one in chosen for key in one} | set(item.right))
    return {key: sum(key in one for one in chosen) / len(chosen) if chosen else 0.0 for key in keys}
