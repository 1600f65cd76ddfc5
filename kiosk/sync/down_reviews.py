"""What became of recordings at the hub's second review: kept, and put on record for staff."""

import sqlite3
from collections.abc import Sequence

from kiosk.core.events import StaffActed
from kiosk.store.store import Store
from kiosk.sync.down_settings import ROLE

VERDICTS = ("released", "rejected", "held")


def known(connection: sqlite3.Connection, hub: str) -> dict[str, str]:
    """By take, what `hub` has decided as far as we know."""
    return dict(connection.execute("SELECT take, verdict FROM sync_review WHERE hub = ?", (hub,)).fetchall())


def take(store: Store, hub: str, told: Sequence[tuple[str, str]], now: int) -> int:
    """Keep what we are `told` (take, verdict); how many are news. What a newer hub decides is left alone.

    Raises KioskError when the disk does not let us.
    """
    with store.read() as connection:
        before = known(connection, hub)
    news = [(name, verdict) for name, verdict in told if verdict in VERDICTS and before.get(name) != verdict]
    rows = [(hub, name, verdict, now) for name, verdict in news]
    if rows:
        store.derive(lambda db: db.executemany("INSERT OR REPLACE INTO sync_review VALUES (?, ?, ?, ?)", rows)).result()
    for name, verdict in news:
        store.append(StaffActed(ROLE, f"hub_take_{verdict}", name), None)
    return len(news)
