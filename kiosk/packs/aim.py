"""Drawing for somebody's ability: of a random pool, what lies near to the aim."""

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from random import Random

from kiosk.learning.rating import Rated, choose, guess, prior

POOL = 48
"""So many items of each slot are looked at: all of an ordinary bank, and enough of a huge one."""
RATED = (
    "SELECT hash, json_extract(body, '$.kind'), coalesce(json_array_length(body, '$.options'), 0),"
    " json_extract(body, '$.difficulty'), difficulty FROM json_each(?) JOIN item_text ON hash = value"
    " LEFT JOIN item_rating ON item_hash = hash"
)


def rated_items(db: sqlite3.Connection, hashes: Collection[str]) -> dict[str, Rated]:
    """What practice needs to know of items, by hash, in one query: what answers say, else their author."""
    rows = db.execute(RATED, (json.dumps(list(hashes)),))
    return {
        item: Rated(prior(author) if found is None else found, guess(kind, options))
        for item, kind, options, author, found in rows
    }


def take(
    pool: Sequence[tuple[str, str]], number: int, known: Mapping[str, Rated], ability: float, random: Random
) -> list[tuple[str, str]]:
    """`number` of the `pool` (hashes of item and pack), each one of the five nearest to the aim that are left."""
    left = {found: known[found[0]] for found in pool}
    taken = []
    for _ in range(min(number, len(left))):
        found = choose(left, ability, random)
        del left[found]
        taken.append(found)
    return taken
