"""Fixed parallel forms: the same measure three times with different messages. Never adaptive.

The items of all forms are marked in their bank (`form`, `twin`). Half of a class does A and then B, the other half B
and then A, so that a form that turned out easier favours nobody; C comes four weeks later.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, groupby
from typing import Any

from kiosk.core.errors import KioskError
from kiosk.core.item import Item, text_hash

NAMES = ("A", "B", "C")
NATURES = ("genuine", "scam")
OF_EACH = 5
"""Genuine messages in a form, and scams: the smallest honest form."""
ALIKE = ("nature", "trick", "difficulty", "family", "ages")
"""What twins share, so that forms are equally hard and about the same."""
ROW = 3
"""At most so many messages of one nature in a row."""


@dataclass(frozen=True, slots=True)
class Form:
    """`items` stand in the order in which everybody gets them. Neighbours at one screen do not have the same order."""

    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the forms: a code of `core.words` with its parameters."""

    code: str
    params: dict[str, Any] = field(default_factory=dict)


def make_forms(items: Iterable[Item]) -> dict[str, Form]:
    """The forms that `items` are marked for, by name. Raises KioskError with the first of `problems`."""
    marked = [item for item in items if item.form]
    for problem in problems(marked):
        raise KioskError(problem.code, **problem.params)
    return {name: Form(name, _order([one for one in marked if one.form == name])) for name in NAMES}


def plan(place: int) -> tuple[str, str, str]:
    """The forms that the child at `place` (0, 1, 2 …) of a class does before, after, and four weeks later."""
    return NAMES if place % 2 == 0 else ("B", "A", "C")


def problems(items: Iterable[Item]) -> list[Problem]:
    """Everything that keeps the marked ones among `items` from being three parallel forms."""
    marked = [item for item in items if item.form]
    return [*_unfit(marked), *_shares(marked), *_twins(marked), *_repeated(marked)]


def _unfit(items: Sequence[Item]) -> Iterator[Problem]:
    for item in items:
        if item.form not in NAMES:
            yield Problem("learning.form_unknown", {"item": item.id, "form": item.form})
        if not item.message or item.nature not in NATURES:
            yield Problem("learning.form_no_message", {"item": item.id})
        if not item.twin:
            yield Problem("learning.form_no_twin", {"item": item.id})


def _shares(items: Sequence[Item]) -> Iterator[Problem]:
    natures = Counter((item.form, item.nature) for item in items)
    for name in NAMES:
        genuine, scams = (natures[name, nature] for nature in NATURES)
        if (genuine, scams) != (OF_EACH, OF_EACH):
            yield Problem("learning.form_share", {"form": name, "genuine": genuine, "scams": scams, "of_each": OF_EACH})


def _twins(items: Sequence[Item]) -> Iterator[Problem]:
    twins: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        if item.twin:
            twins[item.twin].append(item)
    for twin, found in twins.items():
        held = Counter(item.form for item in found)
        for name in NAMES:
            if held[name] != 1:
                yield Problem("learning.form_twin", {"twin": twin, "form": name, "count": held[name]})
        for what in ALIKE:
            if len({getattr(item, what) for item in found}) > 1:
                yield Problem(f"learning.form_unlike_{what}", {"twin": twin})


def _repeated(items: Sequence[Item]) -> Iterator[Problem]:
    """A message that a child would meet twice, under one id or under two."""
    met: dict[object, Item] = {}
    for item in items:
        earlier = met.setdefault(_seen(item), item)
        if earlier is not item:
            yield Problem("learning.form_repeated", {"item": item.id, "other": earlier.id})


def _seen(item: Item) -> object:
    """What a child would recognise."""
    return tuple((part.title, part.text) for part in item.message.parts) if item.message else item.stem


def _order(items: Sequence[Item]) -> tuple[Item, ...]:
    """An order that looks random and is the same on every kiosk."""
    orders = (sorted(items, key=lambda item: text_hash(f"{salt}.{item.form}.{item.twin}")) for salt in count())
    return tuple(next(order for order in orders if _longest_row(order) <= ROW))


def _longest_row(items: Sequence[Item]) -> int:
    """The most messages of one nature in a row."""
    return max(len(list(row)) for _, row in groupby(items, key=lambda item: item.nature))
