"""Drawing for somebody's ability: of a random pool, what lies near to the aim."""

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from kiosk.learning.rating import Rated, choose, guess, prior

POOL = 48
"""So many items of each slot are looked at: all of an ordinary bank, and enough of a huge one."""
RATED = (
    "SELECT hash, json_extract(body, '$.kind'), coalesce(json_array_length(body, '$.options'), 0),"
    " json_extract(body, '$.difficulty'), difficulty FROM json_each(?) JOIN item_text ON hash = value"
    " LEFT JOIN item_rating ON item_hash = hash"
)


@dataclass(frozen=True, slots=True)
class Known:
    """An item as its author rated it, and as answers do (the same while there are none)."""

    author: Rated
    now: Rated


def known_items(db: sqlite3.Connection, hashes: Collection[str]) -> dict[str, Known]:
    """What practice needs to know of items, by hash, in one query."""
    known = {}
    for item, kind, options, word, found in db.execute(RATED, (json.dumps(list(hashes)),)):
        author = Rated(prior(word), guess(kind, options))
        known[item] = Known(author, author if found is None else Rated(found, author.guess))
    return known


def take(
    pool: Sequence[tuple[str, str]], number: int, known: Mapping[str, Known], ability: float, random: Random
) -> list[tuple[str, str]]:
    """`number` of the `pool` (hashes of item and pack), each one of the five nearest to the aim that are left."""
    left = {found: known[found[0]].now for found in pool}
    taken = []
    for _ in range(min(number, len(left))):
        found = choose(left, ability, random)
        del left[found]
        taken.append(found)
    return taken
