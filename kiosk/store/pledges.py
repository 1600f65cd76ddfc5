"""What the journal tells of 承诺桥: lanterns and classes, never who."""

import json
import sqlite3
from collections import Counter
from typing import Any

from kiosk.core.bridge import LEAST_IN_CLASS, MOST_CLASSES, Bridge, ClassBridge, Hung

NEWEST = 64
"""More lanterns have no place on the picture."""
PLEDGES = "FROM journal_entry AS pledge WHERE pledge.kind = 'promises_made' AND pledge.origin = 0"
CLASS = (
    "SELECT json_extract(named.body, '$.class_label') FROM journal_entry AS named"
    " WHERE named.kind = 'visitor_named' AND named.visit = pledge.visit ORDER BY named.position DESC LIMIT 1"
)


def bridge(connection: sqlite3.Connection) -> Bridge:
    """The bridge as visitors have lit it. By indexes: the cost grows with the lanterns, not with the journal."""
    total = connection.execute(f"SELECT count(*) {PLEDGES}").fetchone()[0]
    newest = connection.execute(f"SELECT body {PLEDGES} ORDER BY pledge.utc_ms DESC LIMIT ?", (NEWEST,)).fetchall()
    told = [json.loads(row[0]) for row in reversed(newest)]
    classes = connection.execute(
        f"SELECT ({CLASS}) AS label, count(*) AS lanterns {PLEDGES} GROUP BY label"
        " HAVING label != '' AND lanterns >= ? ORDER BY lanterns DESC, label LIMIT ?",
        (LEAST_IN_CLASS, MOST_CLASSES),
    )
    hung = tuple(_hung(one) for one in told)
    return Bridge(total, hung, tuple((row[0], row[1]) for row in classes))


def classes(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Every class with enough lanterns to be shown, by lanterns."""
    found = connection.execute(
        f"SELECT ({CLASS}) AS label, count(*) AS lanterns {PLEDGES} GROUP BY label"
        " HAVING label != '' AND lanterns >= ? ORDER BY lanterns DESC, label",
        (LEAST_IN_CLASS,),
    )
    return [(row[0], row[1]) for row in found]


def class_bridge(connection: sqlite3.Connection, label: str) -> ClassBridge:
    """What the class `label` hung (everybody, where that is empty); nothing where they are fewer than may be shown."""
    rows = connection.execute(
        f"SELECT body {PLEDGES} AND (? = '' OR ({CLASS}) = ?) ORDER BY pledge.utc_ms", (label, label)
    ).fetchall()
    told = [json.loads(row[0]) for row in rows]
    if len(told) < LEAST_IN_CLASS:
        return ClassBridge()
    chosen = Counter(promise for one in told for promise in one["promises"])
    hung = tuple(_hung(one) for one in told[-NEWEST:])
    return ClassBridge(len(told), hung, tuple(promise for promise, _ in chosen.most_common()))


def _hung(told: dict[str, Any]) -> Hung:
    paper, pattern = told.get("paper", 0), told.get("pattern", 0)
    return Hung(told["place"], told["shape"], told["promises"][0], paper, pattern)
