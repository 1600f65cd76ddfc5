"""Drawing items to play: single seeks into dense numbers, so that 50,000 items are as quick as 100."""

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from random import Random

from kiosk.core.item import Kind, from_json
from kiosk.packs import aim
from kiosk.packs.balance import shares
from kiosk.stations.station import BankItem

UNASKED: tuple[Kind, ...] = ("choice", "multi", "true_false", "judge")
"""The kinds that come to a station that names none. One that plays more asks for them: `kinds=KINDS`."""
SLOTS = ("genuine", "scam", "ask_first", "plain")
LAST = "SELECT rank FROM play_family WHERE family = ? AND slot = ? AND kind = ? ORDER BY rank DESC LIMIT 1"
SOME = (
    "SELECT item_hash, pack_hash FROM play_family WHERE family = ? AND slot = ? AND kind = ? AND rank >= ?"
    " ORDER BY rank LIMIT ?"
)
ANY = "SELECT 1 FROM play_family WHERE family = ? LIMIT 1"
LAST_OF_TRICK = "SELECT rank FROM play_trick WHERE trick = ? AND kind = ? ORDER BY rank DESC LIMIT 1"
SOME_OF_TRICK = (
    "SELECT item_hash, pack_hash FROM play_trick WHERE trick = ? AND kind = ? AND rank >= ? ORDER BY rank LIMIT ?"
)
FEW = 64
"""So many are read at once; of more, each by a seek of its own."""
TEXT = (
    "SELECT body, (SELECT id FROM pack WHERE hash = ?),"
    " (SELECT difficulty FROM item_rating WHERE item_hash = item_text.hash) FROM item_text WHERE hash = ?"
)

Found = tuple[str, str]
"""Hash of an item and of its pack."""


def has_items(db: sqlite3.Connection, family: str) -> bool:
    """Whether anything of `family` can be played."""
    return db.execute(ANY, (family,)).fetchone() is not None


def pick(
    db: sqlite3.Connection,
    family: str,
    count: int,
    kinds: Collection[str],
    avoid: Collection[str],
    random: Random,
    natures: Collection[str] = (),
    ability: float | None = None,
) -> list[BankItem]:
    """At most `count` items at random, 40–60 % of those with a message genuine as far as the bank allows.

    With `ability` each comes from the five of its pool that lie nearest to the aim.
    """
    slots = [nature or "plain" for nature in natures] or SLOTS
    wanted = {slot: (kinds or UNASKED) if slot in slots else () for slot in SLOTS}
    sizes = {slot: {kind: _size(db, LAST, (family, slot, kind)) for kind in wanted[slot]} for slot in SLOTS}
    depth = count if ability is None else max(count, aim.POOL)
    pools = {slot: _draw(db, SOME, (family, slot), sizes[slot], depth, avoid, random) for slot in SLOTS}
    weights = {slot: sum(sizes[slot].values()) for slot in SLOTS}
    numbers = shares(weights, {slot: len(pool) for slot, pool in pools.items()}, count, random)
    if ability is not None:
        known = aim.known_items(db, [item for pool in pools.values() for item, _ in pool])
        pools = {slot: aim.take(pool, numbers[slot], known, ability, random) for slot, pool in pools.items()}
    drawn = [found for slot, number in numbers.items() for found in pools[slot][:number]]
    random.shuffle(drawn)
    return [bank_item(db, found) for found in drawn]


def another(
    db: sqlite3.Connection, trick: str, kinds: Collection[str], avoid: Collection[str], random: Random
) -> BankItem | None:
    """One item of `trick` that is not avoided; an empty trick is nobody's."""
    if not trick:
        return None
    sizes = {kind: _size(db, LAST_OF_TRICK, (trick, kind)) for kind in kinds or UNASKED}
    found = _draw(db, SOME_OF_TRICK, (trick,), sizes, 1, avoid, random)
    return bank_item(db, found[0]) if found else None


def bank_item(db: sqlite3.Connection, found: Found) -> BankItem:
    """The item with its text."""
    item, pack = found
    body, name, difficulty = db.execute(TEXT, (pack, item)).fetchone()
    return BankItem(from_json(json.loads(body)), item, name, pack, difficulty)


def _size(db: sqlite3.Connection, last: str, keys: Sequence[str]) -> int:
    """How many are numbered: the last number and one."""
    row = db.execute(last, keys).fetchone()
    return row[0] + 1 if row else 0


def _draw(
    db: sqlite3.Connection,
    some: str,
    keys: Sequence[str],
    sizes: Mapping[str, int],
    count: int,
    avoid: Collection[str],
    random: Random,
) -> list[Found]:
    """Up to `count` different items below `keys`, none of them avoided. More are drawn only as some may be avoided."""
    total = sum(sizes.values())
    if total <= FEW:
        rows = (tuple(row) for kind, size in sizes.items() if size for row in db.execute(some, (*keys, kind, 0, size)))
        found: list[Found] = [row for row in rows if row[0] not in avoid]
        return random.sample(found, min(count, len(found)))
    drawn: list[Found] = []
    for number in random.sample(range(total), min(total, count + len(avoid))):
        for kind, size in sizes.items():
            if number < size:
                one: Found = tuple(db.execute(some, (*keys, kind, number, 1)).fetchone())
                if one[0] not in avoid:
                    drawn.append(one)
                break
            number -= size
        if len(drawn) == count:
            break
    return drawn
