"""How items behave, as sums that can go on growing. Pure."""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

import msgspec

from kiosk.hub.people.scope import ALL
from kiosk.hub.rollups.names import clean
from kiosk.learning.item_analysis import OTHERS

_READING_MOST_MS = 3_600_000
_MOST_CHOICES = 60
OTHER = "…"
"""Answers beyond so many different ones are counted together: an item of order has 8! of them."""


@dataclass(slots=True)
class ItemSum:
    """Sums over answers to one item; `strength…` over the `judged` ones: how right the same child was elsewhere."""

    item: str = ""
    pack: str = ""
    answers: int = 0
    rights: int = 0
    wrongs: int = 0
    reading_ms: int = 0
    chosen: Counter[str] = field(default_factory=Counter)
    judged: int = 0
    strength: float = 0.0
    strength2: float = 0.0
    judged_rights: int = 0
    strength_rights: float = 0.0

    def add(self, other: "ItemSum") -> None:
        """Add all of `other`."""
        for name in SUMMED:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.item, self.pack = self.item or other.item, self.pack or other.pack
        for choice, times in other.chosen.items():
            self.choose(choice, times)

    def choose(self, choice: str, times: int = 1) -> None:
        """Count an answer."""
        self.chosen[choice if choice in self.chosen or len(self.chosen) < _MOST_CHOICES else OTHER] += times

    @property
    def difficulty(self) -> float | None:
        """The share of right answers among right and wrong ones."""
        known = self.rights + self.wrongs
        return self.rights / known if known else None

    @property
    def discrimination(self) -> float | None:
        """The correlation of being right with being right elsewhere; `None` where nothing varies."""
        n = self.judged
        spread = n * self.strength2 - self.strength**2
        marks = n * self.judged_rights - self.judged_rights**2
        if n < 2 or spread <= 1e-9 or marks <= 0:
            return None
        found = (n * self.strength_rights - self.strength * self.judged_rights) / math.sqrt(spread * marks)
        return max(-1.0, min(1.0, found))


SUMMED = tuple(name for name in ItemSum.__slots__ if name not in ("item", "pack", "chosen"))
"""What is added up."""
_RIGHT = {"right": True, "wrong": False}


class Sheets:
    """The answers of some batches by visit: within one batch a child's other answers tell how strong it is."""

    def __init__(self) -> None:
        self._sums: dict[tuple[int, int, str], ItemSum] = defaultdict(ItemSum)
        self._sheets: dict[tuple[int, bytes, int], list[tuple[tuple[int, int, str], bool]]] = defaultdict(list)

    def take(self, batch: int, visit: bytes | None, at: tuple[int, int], body: dict[str, Any]) -> None:
        """An answer (the body of `ItemAnswered`) at `(base, origin)`. Raises KeyError, TypeError or ValueError."""
        key = (*at, clean(body["item_hash"]))
        item, pack, chosen = clean(body["item"]), clean(body["pack"]), clean(",".join(body["chosen"]))
        right, player = _RIGHT.get(body["verdict"]), int(body.get("player", 1)) & 7
        reading_ms = min(max(int(body["reading_ms"]), 0), _READING_MOST_MS)
        one = self._sums[key]
        one.item, one.pack = one.item or item, one.pack or pack
        one.answers += 1
        one.rights += right is True
        one.wrongs += right is False
        one.reading_ms += reading_ms
        one.choose(chosen)
        if visit is not None and right is not None:
            self._sheets[batch, visit, player].append((key, right))

    def sums(self) -> dict[tuple[int, int, str], ItemSum]:
        """By base (`ALL` included), origin and the item's hash."""
        for sheet in self._sheets.values():
            self._judge(sheet)
        self._sheets.clear()
        whole: dict[tuple[int, int, str], ItemSum] = defaultdict(ItemSum)
        for (_, origin, hash), one in self._sums.items():
            whole[ALL, origin, hash].add(one)
        return {**self._sums, **whole}

    def _judge(self, sheet: list[tuple[tuple[int, int, str], bool]]) -> None:
        if len(sheet) <= OTHERS:
            return
        rights = sum(right for _, right in sheet)
        for key, right in sheet:
            strength = (rights - right) / (len(sheet) - 1)
            one = self._sums[key]
            one.judged += 1
            one.judged_rights += right
            one.strength += strength
            one.strength2 += strength * strength
            one.strength_rights += strength * right


def chosen_json(chosen: Counter[str]) -> str:
    """As the table keeps it."""
    return msgspec.json.encode(chosen, order="deterministic").decode()


def chosen_of(text: str) -> Counter[str]:
    """What the table kept."""
    return Counter(msgspec.json.decode(text, type=dict[str, int]))
