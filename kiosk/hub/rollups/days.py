"""Days as roll-ups have them: the date in China as the number yyyymmdd. Pure."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

_OFFSET_MS = 8 * 3_600_000
_DAY_MS = 86_400_000
_LAST = date.max.toordinal() - date(1970, 1, 1).toordinal()


def day_of(utc_ms: int) -> int:
    """The day of a moment; what is beyond all calendars is their last day."""
    return _day(min((utc_ms + _OFFSET_MS) // _DAY_MS, _LAST))


def date_of(day: int) -> date:
    """The date that `day` is. Raises ValueError when it is none."""
    return date(day // 10_000, day // 100 % 100, day % 100)


def number(one: date) -> int:
    """A date as a day."""
    return one.year * 10_000 + one.month * 100 + one.day


@lru_cache(4096)
def week_of(day: int) -> int:
    """The Monday of the week of `day`."""
    found = date_of(day)
    return number(found - timedelta(days=found.weekday()))


def today(utc_ms: int) -> date:
    """The date in China."""
    return date_of(day_of(utc_ms))


def begin_ms(one: date) -> int:
    """When the day begins in China."""
    return int(datetime(one.year, one.month, one.day, tzinfo=UTC).timestamp() * 1000) - _OFFSET_MS


@lru_cache(4096)
def _day(since_1970: int) -> int:
    return number(date(1970, 1, 1) + timedelta(days=since_1970))
