"""Counts of answers by item: ours go up when they are new, those of all other kiosks take their place here."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from kiosk.core.errors import KioskError
from kiosk.learning.tally import Tally, difficulty
from kiosk.packs.aim import known_items
from kiosk.store import ratings
from kiosk.store.store import Store

Row = tuple[str, int, int, int]
MOST = 10_000


def news(connection: sqlite3.Connection, own: str, hub: str) -> list[Row]:
    """Our counts that `hub` does not know: item, band, answers, right ones."""
    found = connection.execute(
        "SELECT item_tally.item_hash, item_tally.band, item_tally.answers, solved FROM item_tally LEFT JOIN sync_tally"
        " ON sync_tally.hub = ? AND sync_tally.item_hash = item_tally.item_hash AND sync_tally.band = item_tally.band"
        " WHERE kiosk = ? AND item_tally.answers IS NOT sync_tally.answers LIMIT ?",
        (hub, own, MOST),
    )
    return [(row[0], row[1], row[2], row[3]) for row in found]


def told(store: Store, hub: str, rows: Sequence[Row]) -> None:
    """`hub` knows these by now."""
    given = [(hub, item, band, answers) for item, band, answers, _ in rows]
    store.derive(
        lambda db: db.executemany(
            "INSERT OR REPLACE INTO sync_tally (hub, item_hash, band, answers) VALUES (?, ?, ?, ?)", given
        )
    ).result()


def played(connection: sqlite3.Connection) -> list[str]:
    """The items that are played here."""
    found = connection.execute("SELECT DISTINCT item_hash FROM play_family LIMIT ?", (MOST,))
    return [row[0] for row in found]


def take(store: Store, hub: str, items: Sequence[str], given: Sequence[Row]) -> int:
    """Rate `items` by what `hub` says of the other kiosks, and by ours; how many have another rating by that.

    Raises KioskError `sync.answer_odd`.
    """
    others: dict[str, list[ratings.Band]] = {item: [] for item in items}
    for item, band, answers, solved in given:
        if item not in others or not 0 <= solved <= answers:
            raise KioskError("sync.answer_odd", f"a tally of {item}")
        others[item].append((band, answers, solved))

    def work(db: sqlite3.Connection) -> int:
        changed = {item: bands for item, bands in others.items() if bands != _before(db, store.kiosk, item)}
        ratings.told_of(db, store.kiosk, hub, changed)
        ratings.rate(db, _rated(db, list(changed)))
        return len(changed)

    return store.derive(work).result()


def _before(db: sqlite3.Connection, own: str, item: str) -> list[ratings.Band]:
    rows = db.execute(
        "SELECT band, sum(answers), sum(solved) FROM item_tally WHERE item_hash = ? AND kiosk <> ? GROUP BY band"
        " ORDER BY band",
        (item, own),
    )
    return [(row[0], row[1], row[2]) for row in rows]


def _rated(db: sqlite3.Connection, items: Sequence[str]) -> dict[str, tuple[int, float]]:
    bands: dict[str, list[ratings.Band]] = defaultdict(list, ratings.tallies(db, items))
    rated = {}
    for item, known in known_items(db, items).items():
        tally = Tally(tuple(bands[item]))
        rated[item] = (tally.answers, difficulty(tally, known.author))
    return rated
