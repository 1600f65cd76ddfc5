"""Numbers of paper forms and days, as the pages of return codes take them. No Qt."""

from collections.abc import Sequence
from datetime import date, timedelta

DIGITS = 12
"""The longest number of a form; it is typed on our own keys, so it has digits only."""
OLDEST_DAYS = 365
SEATS = 45
"""So many are offered where no list told how many a class has."""


def numbers(first: str, count: int) -> list[str]:
    """`count` form numbers from `first` on, as they lie on the pile: `0098`, `0099`, `0100`."""
    return [f"{int(first) + at:0{len(first)}}" for at in range(count)]


def stepped_day(signed: date, days: int, today: date) -> date:
    """The day so many days later, not after `today` and not too long ago."""
    return min(today, max(today - timedelta(days=OLDEST_DAYS), signed + timedelta(days=days)))


def toggled(chosen: Sequence[int], seat: int) -> tuple[int, ...]:
    """The seats with `seat` in or out, in order."""
    return tuple(sorted(set(chosen) ^ {seat}))
