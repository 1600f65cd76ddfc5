"""What the screens ask of the journal. Visitors only, unless other origins are asked for.

Each takes a connection from `Store.read()`; times are milliseconds since 1970 UTC. The indexes hold lanterns and
finished runs by time, so the cost grows with what is counted, not with the journal.
"""

import json
import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.core.events import ORIGINS, MemoryRestored, Origin, from_body
from kiosk.store.state import Restored, restored_from

VISITORS: tuple[Origin, ...] = ("visitor",)


@dataclass(frozen=True, slots=True)
class StationTotal:
    """What happened at one station: finished runs, answers in them, right ones among them."""

    runs: int
    answered: int
    right: int


def restorations(connection: sqlite3.Connection, start: int) -> list[Restored]:
    """What happened to the memory from `start` on, newest first; `Restored.sentences` tells staff."""
    found = connection.execute(
        "SELECT version, body FROM journal_entry WHERE kind = 'memory_restored' AND utc_ms >= ? ORDER BY utc_ms DESC",
        (start,),
    )
    events = [from_body("memory_restored", version, json.loads(text)) for version, text in found]
    return [restored_from(event) for event in events if isinstance(event, MemoryRestored)]


def local_day(utc_ms: int) -> tuple[int, int]:
    """From when (included) to when (excluded) the local day around `utc_ms` lasts."""
    morning = datetime.fromtimestamp(utc_ms / 1000).replace(hour=0, minute=0, second=0, microsecond=0)
    # Local midnights are found by the calendar: a day with a clock change is not 24 hours long.
    return int(morning.timestamp() * 1000), int((morning + timedelta(days=1)).timestamp() * 1000)


def _among(origins: Collection[Origin]) -> str:
    """SQL for "is one of `origins`"."""
    return f"origin IN ({', '.join(str(ORIGINS.index(origin)) for origin in origins)})"


def lanterns(
    connection: sqlite3.Connection, start: int, end: int, origins: Collection[Origin] = VISITORS
) -> dict[str, int]:
    """Lanterns lit from `start` (included) to `end` (excluded), by station."""
    found = connection.execute(
        "SELECT json_extract(body, '$.station'), count(*) FROM journal_entry"
        f" WHERE kind = 'lantern_lit' AND utc_ms >= ? AND utc_ms < ? AND {_among(origins)} GROUP BY 1",
        (start, end),
    )
    return {station: count for station, count in found}


def lanterns_today(connection: sqlite3.Connection, now: int, origins: Collection[Origin] = VISITORS) -> int:
    """今天点亮 N 盏: lanterns lit on the local day of `now`."""
    return sum(lanterns(connection, *local_day(now), origins).values())


def station_totals(
    connection: sqlite3.Connection, start: int, end: int, origins: Collection[Origin] = VISITORS
) -> dict[str, StationTotal]:
    """Runs that came to their result card from `start` (included) to `end` (excluded), by station."""
    found = connection.execute(
        "SELECT json_extract(body, '$.station'), count(*),"
        " sum(json_extract(body, '$.answered')), sum(json_extract(body, '$.right')) FROM journal_entry"
        f" WHERE kind = 'station_finished' AND utc_ms >= ? AND utc_ms < ? AND {_among(origins)}"
        " AND json_extract(body, '$.completed') GROUP BY 1",
        (start, end),
    )
    return {station: StationTotal(runs, answered, right) for station, runs, answered, right in found}
