"""What a row of bubbles says. Pure. In doubt a teacher looks: a wrong answer is worse than a question."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from kiosk.core.answer_sheet import ANSWERS
from kiosk.core.returning import LENGTH, PICTURES

Doubt = Literal["", "two", "faint", "uneven", "place", "differs"]
"""Why a row is not sure: several marks, hardly a mark, shadow or dirt, its place on the paper, two readings."""
EMPTY = 0.045
"""Below this mean darkness there is nothing but the grain of paper and picture …"""
UNTOUCHED = 0.16
"""… unless a thin stroke is darker than this."""
MARKED = 0.09
"""From this mean darkness on a mark is one, be it a light pencil's."""
SECOND, SECOND_MOST = 0.25, 0.13
"""The next darkest may be so dark beside the darkest, and no darker: what rubber leaves behind."""
SECOND_STROKE = 0.4
"""And no stroke in it may be darker than this."""
UNEVEN, STRONG = 0.16, 0.3
"""Paper around that is more uneven than this asks for a mark that is stronger than that."""
TICK = 0.3
"""A stroke that is this dark is an answer, however thin, when the other two are untouched."""
GRAIN_MOST = 0.08
CODE_EMPTY, CODE_MARKED = 0.06, 0.1
"""A picture of a return code: below the one nothing is filled, from the other on it is."""
CODE_SECOND, CODE_SECOND_MOST = 0.45, 0.05
"""How dark the next darkest may be beside it."""


@dataclass(frozen=True, slots=True)
class Bubble:
    """What was measured of one, from 0 (paper) to 1 (black): its mean, its darkest strokes, how even its paper is."""

    dark: float
    peak: float
    uneven: float


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its answer as far as it can be told (empty: none), and why a teacher must look, if so."""

    answer: str
    doubt: Doubt = ""


def judged(rows: Sequence[Sequence[Bubble]], sure: Sequence[bool]) -> list[Row]:
    """The rows of a sheet, and which rows' places are sure. What every row's lightest bubble shows is grain."""
    dark = _grain(min(one.dark for one in row) for row in rows)
    peak = _grain(min(one.peak for one in row) for row in rows)
    return [
        _row([Bubble(one.dark - dark, one.peak - peak, one.uneven) for one in row], placed)
        for row, placed in zip(rows, sure, strict=True)
    ]


def pictures_of(fields: Sequence[Sequence[float]]) -> tuple[str, ...] | None:
    """The three pictures of a return code; empty when none was filled, `None` when it is not clear which.

    Every picture stands in three fields and is filled in one at most, so the lightest of the three is its print.
    """
    if not fields:
        return None
    prints = [min(field[at] for field in fields) for at in range(len(PICTURES))]
    marks = [[one - plain for one, plain in zip(field, prints, strict=True)] for field in fields]
    if max(map(max, marks)) < CODE_EMPTY:
        return ()
    found = []
    for field in marks:
        *_, second, first = sorted(field)
        if first < CODE_MARKED or second > max(CODE_SECOND_MOST, CODE_SECOND * first):
            return None
        found.append(PICTURES[field.index(first)])
    return tuple(found) if len(set(found)) == LENGTH else None


def _grain(lightest: Iterable[float]) -> float:
    return min(GRAIN_MOST, max(0.0, median(lightest)))


def _row(bubbles: Sequence[Bubble], placed: bool) -> Row:
    order = sorted(range(len(bubbles)), key=lambda at: (bubbles[at].dark, bubbles[at].peak), reverse=True)
    darkest, second = bubbles[order[0]], bubbles[order[1]]
    others = [bubbles[place] for place in order[1:]]
    ticked = darkest.peak >= TICK and max(one.peak for one in others) < UNTOUCHED
    answer = ANSWERS[order[0]] if darkest.dark >= MARKED or ticked else ""
    uneven = max(one.uneven for one in bubbles)
    if not placed:
        return Row(answer, "place")
    if not answer:
        touched = darkest.dark >= EMPTY or max(one.peak for one in bubbles) >= UNTOUCHED
        return Row("", "faint" if touched else "")
    rubbed = min(SECOND_MOST, max(EMPTY, SECOND * darkest.dark))
    if second.dark > rubbed or max(one.peak for one in others) > SECOND_STROKE:
        return Row(answer, "two")
    return Row(answer, "uneven" if uneven > UNEVEN and darkest.dark < STRONG and not ticked else "")
