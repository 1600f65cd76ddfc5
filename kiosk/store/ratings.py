"""Rows about how hard items turned out to be. What they mean is known to `kiosk.learning`.

Everything here follows from the journal: tables that were emptied, all three, fill again.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kiosk.core.events import ORIGINS, ItemAnswered, from_body

BATCH = 500
"""Answers that are taken in at once: some milliseconds on the writer's thread."""
CURSOR = "SELECT position FROM rating_cursor WHERE one = 1"
LAST = "SELECT max(position) FROM journal_entry"
ANSWERS = (
    "SELECT position, visit, version, body FROM journal_entry WHERE position > ? AND position <= ?"
    f" AND kind = 'item_answered' AND origin = {ORIGINS.index('visitor')} ORDER BY position LIMIT {BATCH}"
)
TALLIES = (
    "SELECT item_hash, band, sum(answers), sum(solved) FROM item_tally"
    " WHERE item_hash IN (SELECT value FROM json_each(?)) GROUP BY item_hash, band"
)

Band = tuple[int, int, int]
"""Band of ability, answers, right ones among them."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """Visitors' answers between two positions of the journal (`start` excluded, `end` included).

    Each comes with its visit as the journal has it, which tells visits apart and is not kept.
    """

    answers: list[tuple[object, ItemAnswered]]
    start: int
    end: int


def unseen(connection: sqlite3.Connection) -> Unseen:
    """The oldest answers that no rating knows yet, at most `BATCH`."""
    start = _cursor(connection)
    # The end first: rows that are committed in between wait for the next time.
    end = connection.execute(LAST).fetchone()[0] or 0
    rows = connection.execute(ANSWERS, (start, end)).fetchall()
    events = ((visit, from_body("item_answered", version, json.loads(body))) for _, visit, version, body in rows)
    answers = [(visit, event) for visit, event in events if isinstance(event, ItemAnswered)]
    return Unseen(answers, start, rows[-1][0] if len(rows) == BATCH else max(start, end))


def tallies(connection: sqlite3.Connection, hashes: Iterable[str]) -> dict[str, list[Band]]:
    """What all kiosks know of items, by hash."""
    found: dict[str, list[Band]] = {}
    for item, *band in connection.execute(TALLIES, (json.dumps(list(hashes)),)):
        found.setdefault(item, []).append((band[0], band[1], band[2]))
    return found


def keep(
    connection: sqlite3.Connection,
    kiosk: str,
    taken: Unseen,
    new: Mapping[str, Iterable[Band]],
    rated: Mapping[str, tuple[int, float]],
) -> bool:
    """Add `new` tallies of `kiosk`'s visitors, with what items are `rated` by now (answers, difficulty).

    False, and nothing is done, when the answers were taken in by somebody else meanwhile.
    """
    if _cursor(connection) != taken.start:
        return False
    connection.executemany(
        "INSERT INTO item_tally (item_hash, kiosk, band, answers, solved) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET answers = answers + excluded.answers, solved = solved + excluded.solved",
        [(item, kiosk, *band) for item, bands in new.items() for band in bands],
    )
    rate(connection, rated)
    connection.execute("INSERT OR REPLACE INTO rating_cursor (one, position) VALUES (1, ?)", (taken.end,))
    return True


def told_of(connection: sqlite3.Connection, own: str, hub: str, others: Mapping[str, Iterable[Band]]) -> None:
    """Put what a hub knows of `others`, all kiosks but `own` together, in the place of what was known of them."""
    connection.executemany("DELETE FROM item_tally WHERE item_hash = ? AND kiosk <> ?", [(one, own) for one in others])
    connection.executemany(
        "INSERT INTO item_tally (item_hash, kiosk, band, answers, solved) VALUES (?, ?, ?, ?, ?)",
        [(item, hub, *band) for item, bands in others.items() for band in bands],
    )


def rate(connection: sqlite3.Connection, rated: Mapping[str, tuple[int, float]]) -> None:
    """Keep what items are rated by now (answers, difficulty)."""
    connection.executemany(
        "INSERT OR REPLACE INTO item_rating (item_hash, answers, difficulty) VALUES (?, ?, ?)",
        [(item, *values) for item, values in rated.items()],
    )


def _cursor(connection: sqlite3.Connection) -> int:
    row = connection.execute(CURSOR).fetchone()
    return row[0] if row else 0
