"""Opening hours and the volume of each hour: what a week looks like in the settings, and what holds at a moment. Pure.

A week is seven spans, Monday first: `08:30-17:00`, or empty on a day that is closed; no week at all: always open.
"""

import re
from collections.abc import Sequence
from datetime import datetime, time, timedelta

DAY_MINUTES = 24 * 60
WEEKDAYS = 7
HOURS = 24
FULL = 100
EARLIEST_MS = 1_767_225_600_000
"""2026-01-01 UTC: the program is younger, so a clock before that is wrong."""
_SPAN = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)")


def span(text: str) -> tuple[int, int] | None:
    """First and last minute of a day's span since midnight, the last one not included; `None` when it is closed.

    Raises ValueError for anything else.
    """
    if not text:
        return None
    found = _SPAN.fullmatch(text)
    start, end = (int(found[1]) * 60 + int(found[2]), int(found[3]) * 60 + int(found[4])) if found else (0, 0)
    if not start < end <= DAY_MINUTES:
        raise ValueError(text)
    return start, end


def written(start: int, end: int) -> str:
    """The span from and to these minutes since midnight, as the settings have it."""
    return f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"


def is_week(value: object) -> bool:
    """Whether `value` is a week of spans, or none."""
    if not isinstance(value, list) or len(value) not in (0, WEEKDAYS) or not all(isinstance(one, str) for one in value):
        return False
    try:
        return bool([span(one) for one in value]) or not value
    except ValueError:
        return False


def is_day_of_volumes(value: object) -> bool:
    """Whether `value` has a share of the volume for each hour of a day, in percent, or none at all."""
    if not isinstance(value, list) or len(value) not in (0, HOURS):
        return False
    return all(type(one) is int and 0 <= one <= FULL for one in value)


def is_open(week: Sequence[str], moment: datetime) -> bool:
    """Whether the base is open at the local `moment`."""
    if not week:
        return True
    today = span(week[moment.weekday()])
    return today is not None and today[0] <= moment.hour * 60 + moment.minute < today[1]


def next_opening(week: Sequence[str], moment: datetime) -> datetime | None:
    """When it opens next after the local `moment`; `None` when no day of the week is open."""
    midnight = datetime.combine(moment.date(), time())
    for days in range(WEEKDAYS + 1):
        day = midnight + timedelta(days=days)
        if week and (hours := span(week[day.weekday()])) and (opens := day + timedelta(minutes=hours[0])) > moment:
            return opens
    return None


def loudness(volume: float, by_hour: Sequence[int], moment: datetime) -> float:
    """How loud it is at the local `moment`, 0 to 1: `volume`, or this hour's share of it."""
    return volume * by_hour[moment.hour] / FULL if by_hour else volume
