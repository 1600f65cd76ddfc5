"""What may be shown of counts of children: nothing that speaks of fewer than five of them, not even by subtraction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LEAST = 5
"""Fewer children than these are not counted aloud. Nobody at all may be: it says nothing of anybody."""


def shown(cells: Sequence[int], least: int = LEAST) -> list[int | None]:
    """`cells` of a whole that is known; `None` for those to hide.

    Where a single one is too small the smallest other is hidden with it: the whole less the rest would be the cell.
    """
    small = {place for place, count in enumerate(cells) if 0 < count < least}
    others = sorted((count, place) for place, count in enumerate(cells) if count >= least)
    if len(small) == 1 and others:
        small.add(others[0][1])
    return [None if place in small else count for place, count in enumerate(cells)]


def both_known(first: int, second: int) -> tuple[int, int, bool]:
    """Two counts where the second is a part of the first (before, after): both, and whether they stand as they are.

    Where they differ by fewer than five children both are the smaller one: told as "at least so many".
    """
    if 0 < abs(first - second) < LEAST:
        smaller = min(first, second)
        return smaller, smaller, False
    return first, second, True


@dataclass(frozen=True, slots=True)
class Share:
    """A share of right answers, 0 to 1. With a `bound` it only is known to lie `above` or `below` that value.

    Of how many it is, is not told: beside other shares that would tell how few did not answer.
    """

    value: float
    bound: str = ""


def share(marks: Iterable[tuple[object, bool]]) -> Share | None:
    """The share of right answers, each given with whose it is; `None` when fewer than five children answered.

    Where fewer than five children were ever wrong (or right) the share itself would tell how many: only that it lies
    beyond that of five is told, `None` if not even that can be.
    """
    good: dict[object, list[int]] = {}
    for child, right in marks:
        good.setdefault(child, [0, 0])[right] += 1
    answers = sum(map(sum, good.values()))
    rights = sum(right for _, right in good.values())
    if len(good) < LEAST:
        return None
    ever_wrong = sum(wrong > 0 for wrong, _ in good.values())
    ever_right = sum(right > 0 for _, right in good.values())
    if ever_wrong == 0 or ever_right == 0 or min(ever_wrong, ever_right) >= LEAST:
        return Share(rights / answers)
    if len(good) < 2 * LEAST:
        return None
    if ever_wrong < LEAST:
        return Share(1 - LEAST / len(good), "above")
    return Share(LEAST / len(good), "below")
