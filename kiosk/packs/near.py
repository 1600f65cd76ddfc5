"""Finding texts that are nearly the same among very many, without comparing each with each."""

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
        self._sizes: list[int] = []
        self._marked: dict[int, list[int]] = {}

    def find(self, text: str) -> int | None:
        """The number of a text that is nearly `text`, counted in the order of adding; `None` without one."""
        if len(text) < SHORTEST:
            return None
        mine = pairs(text)
        shared: dict[int, int] = {}
        for mark in _smallest(mine):
            for number in self._marked.get(mark, ()):
                shared[number] = shared.get(number, 0) + 1
        if not shared:
            return None
        for number in sorted(shared, key=shared.__getitem__, reverse=True)[:TRIED]:
            # Sets of too different sizes cannot have so much in common.
            few, many = sorted((len(mine), self._sizes[number]))
            if few < ALIKE * many:
                continue
            common = len(mine & pairs(self._texts[number]))
            if common >= ALIKE * (few + many - common):
                return number
        return None

    def add(self, text: str) -> None:
        """Remember `text`."""
        known = pairs(text)
        for mark in _smallest(known):
            crowd = self._marked.setdefault(mark, [])
            if len(crowd) < CROWD:
                crowd.append(len(self._texts))
        self._texts.append(text)
        self._sizes.append(len(known))


def pairs(text: str) -> set[str]:
    """All pairs of neighbouring characters."""
    return {text[place : place + 2] for place in range(len(text) - 1)}


def _smallest(pairs: set[str]) -> list[int]:
    """The eight smallest numbers that the pairs hash to."""
    return sorted(map(_mark, pairs))[:MARKS]


@lru_cache(1 << 16)
def _mark(pair: str) -> int:
    return crc32(pair.encode())
