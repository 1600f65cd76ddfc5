"""PostgreSQL: a partition of `event` for every month, so that old months stay cold and ids unique.

A partition is made when the first event of its month comes in. What has a senseless time (a clock years ahead) waits
in `event_default`, from which a month that becomes sensible takes its rows.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

import sqlalchemy as sa

_FIRST = (2026, 1)
_LOCK = 0x46474C58
Month = tuple[int, int]


def month_of(id: bytes) -> Month:
    """Year and month of the uuid7 `id`, UTC; of one beyond the calendar the year 9999."""
    seconds = int.from_bytes(id[:6], "big") / 1000
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError):
        return (9999, 12)
    return moment.year, moment.month


class Partitions:
    """Knows which months have their partition."""

    def __init__(self) -> None:
        self._there: set[Month] = set()

    def ensure(self, connection: sa.Connection, ids: Iterable[bytes], now_ms: int) -> None:
        """Have partitions for the months of `ids` up to the month after now."""
        last = _next(month_of(now_ms.to_bytes(6, "big")))
        for month in {month_of(id) for id in ids} - self._there:
            if _FIRST <= month <= last:
                _make(connection, month)

    def committed(self, ids: Iterable[bytes]) -> None:
        """The transaction in which these came in is on disk: their months need not be looked for again."""
        self._there |= {month_of(id) for id in ids}


def _next(month: Month) -> Month:
    year, number = month
    return (year + number // 12, number % 12 + 1)


def _bound(month: Month) -> str:
    """The lowest uuid7 of `month`."""
    milliseconds = int(datetime(*month, 1, tzinfo=UTC).timestamp() * 1000)
    text = f"{milliseconds:012x}"
    return f"{text[:8]}-{text[8:]}-0000-0000-000000000000"


def _make(connection: sa.Connection, month: Month) -> None:
    name = f"event_{month[0]}_{month[1]:02}"
    connection.execute(sa.text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    if connection.execute(sa.text("SELECT to_regclass(:name)"), {"name": name}).scalar():
        return
    start, end = _bound(month), _bound(_next(month))
    for statement in (
        f"CREATE TABLE {name} (LIKE event INCLUDING DEFAULTS INCLUDING CONSTRAINTS)",
        f"WITH moved AS (DELETE FROM event_default WHERE id >= '{start}' AND id < '{end}' RETURNING *)"
        f" INSERT INTO {name} SELECT * FROM moved",
        f"ALTER TABLE event ATTACH PARTITION {name} FOR VALUES FROM ('{start}') TO ('{end}')",
    ):
        connection.execute(sa.text(statement))
