"""What happened at this kiosk today and in the last seven days: visitors only. Qt-free."""

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime

from kiosk.store.queries import lanterns_today, local_day

DAYS = 7


@dataclass(frozen=True, slots=True)
class Today:
    """Counts since local midnight; `days` has the visits of the last seven days, today last."""

    visits: int = 0
    answers: int = 0
    right: int = 0
    lanterns: int = 0
    days: tuple[tuple[date, int], ...] = ()
    stations: tuple[tuple[str, int], ...] = ()
    """Answers by station, most first."""


def read_today(connection: sqlite3.Connection, now: int) -> Today:
    """The figures for the local day of `now` (milliseconds since 1970 UTC)."""
    start, end = local_day(now)
    days = tuple(_visits_by_day(connection, now))
    stations: dict[str, int] = {}
    right = 0
    for station, answers, good in connection.execute(
        "SELECT json_extract(body, '$.station'), count(*), sum(json_extract(body, '$.verdict') = 'right')"
        " FROM journal_entry WHERE kind = 'item_answered' AND utc_ms >= ? AND utc_ms < ? AND origin = 0"
        " GROUP BY 1 ORDER BY 2 DESC",
        (start, end),
    ):
        stations[station] = answers
        right += good
    return Today(
        visits=days[-1][1],
        answers=sum(stations.values()),
        right=right,
        lanterns=lanterns_today(connection, now),
        days=days,
        stations=tuple(stations.items()),
    )


def _visits_by_day(connection: sqlite3.Connection, now: int) -> list[tuple[date, int]]:
    """Visits of the last seven local days, oldest first."""
    found = []
    at = now
    for _ in range(DAYS):
        start, end = local_day(at)
        count = connection.execute(
            "SELECT count(*) FROM journal_entry"
            " WHERE kind = 'visit_started' AND utc_ms >= ? AND utc_ms < ? AND origin = 0",
            (start, end),
        ).fetchone()[0]
        found.append((datetime.fromtimestamp(start / 1000).date(), count))
        at = start - 1
    return found[::-1]
