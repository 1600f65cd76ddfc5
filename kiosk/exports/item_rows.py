"""One row an item that was answered, with how it was answered."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from kiosk.exports.asked import Asked
from kiosk.exports.columns import Value
from kiosk.exports.item_texts import GAP, ItemTexts
from kiosk.exports.log_rows import ANSWERS, NAMED, limits
from kiosk.learning.small_cells import LEAST
from kiosk.store.folding import fields

ANSWERED = f"{NAMED} SELECT entry.code, entry.stored, entry.origin {ANSWERS} AND (? OR entry.origin = 0)"
Key = tuple[str, str, str, str, tuple[str, ...]]
"""What answers of one line share: pack, item, item hash, level, right keys."""


def item_rows(db: sqlite3.Connection, asked: Asked) -> Iterator[tuple[Value, ...]]:
    """Rows for the columns `ITEMS`, by pack and item. Rehearsed and simulated answers are left out unless asked for."""
    texts = ItemTexts(db, asked)
    found = choices(db.execute(ANSWERED, (*limits(asked), asked.every_origin)))
    for (pack, id_, name, level, right), counted in sorted(found.items(), key=itemgetter(0)):
        answers, answers_right, reading_ms, rehearsed, simulated = map(sum, zip(*counted.values(), strict=True))
        often = sorted(counted.items(), key=lambda one: -one[1][0])
        if asked.foreign and answers < LEAST:
            continue
        item = texts.item(name)
        yield (
            item.stem,
            item.message,
            item.kind,
            asked.levels.get(level, level),
            item.nature,
            item.said(right),
            answers,
            answers_right,
            round(answers_right / answers, 3),
            GAP.join(f"{item.said(chosen)} × {_told(count, asked)}" for chosen, (count, *_) in often),
            round(reading_ms / answers / 1000, 1),
            rehearsed,
            simulated,
            pack,
            id_,
            name,
        )


def _told(count: int, asked: Asked) -> str:
    return f"<{LEAST}" if asked.foreign and count < LEAST else str(count)


def choices(answered: Iterable[Sequence[Any]]) -> dict[Key, dict[tuple[str, ...], list[int]]]:
    """By key and choice: answers, right ones, milliseconds of reading, rehearsed and simulated ones."""
    found: dict[Key, dict[tuple[str, ...], list[int]]] = defaultdict(lambda: defaultdict(lambda: [0] * 5))
    for code, stored, origin in answered:
        one = fields(code, stored)
        key = one["pack"], one["item"], one["item_hash"], one["level"], tuple(one["right"])
        counted = found[key][tuple(one["chosen"])]
        counted[0] += 1
        counted[1] += one["verdict"] == "right"
        counted[2] += one["reading_ms"]
        counted[3] += origin == 1
        counted[4] += origin == 2
    return found
