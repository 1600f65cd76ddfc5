"""One row an item that was answered, with how it was answered."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from kiosk.exports.asked import Asked
from kiosk.exports.columns import Value
from kiosk.exports.item_texts import GAP, ItemTexts
from kiosk.exports.log_rows import ANSWERS, NAMED, limits
from kiosk.learning.small_cells import LEAST

CHOICES = f"""
    {NAMED} SELECT json_extract(entry.body, '$.item_hash') AS item_hash, json_extract(entry.body, '$.pack') AS pack,
        json_extract(entry.body, '$.item') AS item, json_extract(entry.body, '$.level') AS level,
        json_extract(entry.body, '$.right') AS right, json_extract(entry.body, '$.chosen') AS chosen,
        count(*), sum(json_extract(entry.body, '$.verdict') = 'right'), sum(json_extract(entry.body, '$.reading_ms')),
        sum(entry.origin = 1), sum(entry.origin = 2)
    {ANSWERS} AND (? OR entry.origin = 0)
    GROUP BY item_hash, pack, item, level, right, chosen
    ORDER BY pack, item, item_hash, level, right, count(*) DESC
"""


def item_rows(db: sqlite3.Connection, asked: Asked) -> Iterator[tuple[Value, ...]]:
    """Rows for the columns `ITEMS`, by pack and item. Rehearsed and simulated answers are left out unless asked for."""
    texts = ItemTexts(db, asked)
    found = db.execute(CHOICES, (*limits(asked), asked.every_origin))
    for key, group in groupby(found, key=what_was_answered):
        name, pack, id_, level, right = key
        choices = [tuple(row)[5:] for row in group]
        answers, answers_right, reading_ms, rehearsed, simulated = map(sum, list(zip(*choices, strict=True))[1:])
        if asked.foreign and answers < LEAST:
            continue
        item = texts.item(name)
        yield (
            item.stem,
            item.message,
            item.kind,
            asked.levels.get(level, level),
            item.nature,
            item.said(json.loads(right)),
            answers,
            answers_right,
            round(answers_right / answers, 3),
            GAP.join(f"{item.said(json.loads(chosen))} × {_told(count, asked)}" for chosen, count, *_ in choices),
            round(reading_ms / answers / 1000, 1),
            rehearsed,
            simulated,
            pack,
            id_,
            name,
        )


def _told(count: int, asked: Asked) -> str:
    return f"<{LEAST}" if asked.foreign and count < LEAST else str(count)


def what_was_answered(row: Sequence[Any]) -> tuple[Any, ...]:
    """The columns of `CHOICES` that rows of one item share."""
    return tuple(row[:5])
