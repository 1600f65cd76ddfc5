"""Blocks one under the other on as many pages as they need. Pure; heights in pixels."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """Blocks `first` to `last` (both shown); `shift`: how far the first is moved up, for one taller than a page."""

    first: int
    last: int
    shift: float = 0


def height_of(heights: Sequence[float], spacing: float) -> float:
    """The height of all blocks under each other."""
    return sum(heights) + spacing * max(0, len(heights) - 1)


def paginate(heights: Sequence[float], spacing: float, available: float, overlap: float) -> list[Page]:
    """Pages no taller than `available`. A block taller than a page goes over several; `overlap` is seen twice."""
    pages: list[Page] = []
    first = 0
    while first < len(heights):
        last = first
        while last + 1 < len(heights) and height_of(heights[first : last + 2], spacing) <= available:
            last += 1
        pages.append(Page(first, last))
        pages += [Page(first, first, shift) for shift in _shifts(heights[first], available, overlap)]
        first = last + 1
    return pages or [Page(0, -1)]


def _shifts(height: float, available: float, overlap: float) -> list[float]:
    """Where the further pages of one tall block begin."""
    step = max(available - overlap, available / 2, 1.0)
    shifts: list[float] = []
    while height - (shifts[-1] if shifts else 0) > available + 1:
        shifts.append((shifts[-1] if shifts else 0) + step)
    return shifts
