"""Finding texts that are nearly the same among very many, without comparing each with each."""

from collections import Counter
from functools import lru_cache
from zlib import crc32

ALIKE = 0.8
"""Share of common pairs of characters from which two texts count as the same question."""
SHORTEST = 12
"""Shorter texts are alike by chance."""
MARKS = 8
CROWD = 60
"""A mark that so many texts bear tells nothing apart."""
TRIED = 3


class NearTexts:
    """Texts by the eight smallest marks of their character pairs: those that are alike share some of them."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._marked: dict[int, list[int]] = {}

    def find(self, text: str) -> int | None:
        """The number of a text that is nearly `text`, counted in the order of adding; `None` without one."""
        if len(text) < SHORTEST:
            return None
        shared: Counter[int] = Counter()
        for mark in marks(text):
            shared.update(self._marked.get(mark, ()))
        mine = pairs(text)
        for number, _ in shared.most_common(TRIED):
            theirs = pairs(self._texts[number])
            if len(mine & theirs) >= ALIKE * len(mine | theirs):
                return number
        return None

    def add(self, text: str) -> None:
        """Remember `text`."""
        for mark in marks(text):
            crowd = self._marked.setdefault(mark, [])
            if len(crowd) < CROWD:
                crowd.append(len(self._texts))
        self._texts.append(text)


def pairs(text: str) -> set[str]:
    """All pairs of neighbouring characters."""
    return {text[place : place + 2] for place in range(len(text) - 1)}


def marks(text: str) -> list[int]:
    """The eight smallest numbers that the pairs of `text` hash to."""
    return sorted(map(_mark, pairs(text)))[:MARKS]


@lru_cache(1 << 16)
def _mark(pair: str) -> int:
    return crc32(pair.encode())
