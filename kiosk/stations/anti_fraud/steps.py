"""排顺序: steps are placed one after the other, and shown in their right order afterwards. Pure."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from kiosk.core.item import Item

Say = Callable[..., str]


def shuffled(keys: Sequence[str], random: Random) -> tuple[str, ...]:
    """`keys` in another order than theirs, which is the right one."""
    order = list(keys)
    while order == list(keys) and len(order) > 1:
        random.shuffle(order)
    return tuple(order)


def place(placed: Sequence[str], key: str) -> tuple[str, ...]:
    """`key` takes the next free place; if it has one, it is taken back and the later ones move up."""
    if key in placed:
        return tuple(one for one in placed if one != key)
    return (*placed, key)


def step_rows(item: Item, placed: Sequence[str], say: Say) -> list[dict[str, Any]]:
    """The steps in their right order, each with its reason; `note` says where it was placed if elsewhere."""
    rows = []
    for index, key in enumerate(item.right):
        option = next(one for one in item.options if one.key == key)
        own = placed.index(key)
        note = "" if own == index else say("anti_fraud.order_own_place", number=own + 1)
        mark = "moved" if note else "right"
        rows.append(
            {"key": key, "text": option.text, "why": option.why, "mark": mark, "number": index + 1, "note": note}
        )
    return rows
