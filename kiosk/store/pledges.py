"""What the journal tells of 承诺桥: lanterns and classes, never who."""

import json
import sqlite3

from kiosk.core.bridge import LEAST_IN_CLASS, MOST_CLASSES, Bridge, Hung

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
    hung = tuple(Hung(one["place"], one["shape"], one["promises"][0]) for one in told)
    return Bridge(total, hung, tuple((row[0], row[1]) for row in classes))
