"""How many people a year's journal tells of, by age: from the grade of the class, or from what a guide counted.

Nobody is asked for an age. A grade stands for the youngest child in it who is usual: up to 八年级 counts as under 14,
the stricter side; 九年级 and 高中 as 14 to under 18; all others as unknown. Qt-free.
"""

import json
import sqlite3
from collections import Counter
from dataclasses import dataclass, field

from kiosk.core.ages import grade_of
from kiosk.exports.ledger import grade_of as grade_name
from kiosk.exports.ledger_period import Period

BANDS = ("under_14", "14_17", "unknown", "adult")
LAST_UNDER_14 = 8


@dataclass(slots=True)
class People:
    """Children at the screen by band and by grade; heads that guides entered by band; visits."""

    visits: int = 0
    bands: Counter[str] = field(default_factory=Counter)
    grades: Counter[str] = field(default_factory=Counter)
    heads: Counter[str] = field(default_factory=Counter)


def people_of(db: sqlite3.Connection, period: Period, *, every_origin: bool = False) -> People:
    """Count them."""
    found = People()
    players: Counter[object] = Counter()
    labels: dict[object, str] = {}
    rows = db.execute(
        "SELECT kind, visit, body FROM journal_entry WHERE kind IN ('visit_started', 'visitor_named', 'station_opened')"
        " AND (? OR origin = 0) AND utc_ms >= ? AND utc_ms < ? ORDER BY position",
        (every_origin, period.start, period.end),
    )
    for kind, visit, body in rows:
        if kind == "visit_started":
            found.visits += 1
            players.setdefault(visit, 1)
        elif kind == "visitor_named":
            labels[visit] = json.loads(body).get("class_label", "")
        elif visit in players:
            players[visit] = max(players[visit], json.loads(body).get("players", 1))
    for visit, count in players.items():
        label = labels.get(visit, "")
        found.bands[band_of(label)] += count
        found.grades[grade_name(label)] += count
    found.heads = _heads(db, period, every_origin)
    return found


def band_of(label: str) -> str:
    """`under_14`, `14_17` or `unknown`, for a class."""
    if label.strip().startswith("高"):
        return "14_17"
    grade = grade_of(label)
    if not grade:
        return "unknown"
    return "under_14" if grade <= LAST_UNDER_14 else "14_17"


def _heads(db: sqlite3.Connection, period: Period, every_origin: bool) -> Counter[str]:
    """What guides entered for days of the period; a later entry corrects an earlier one."""
    first, last = period.first.isoformat(), period.last.isoformat()
    rows = db.execute(
        "SELECT json_extract(body, '$.entry'), json_extract(body, '$.day'), json_extract(body, '$.band'),"
        " json_extract(body, '$.people') FROM journal_entry WHERE kind = 'headcount_entered' AND (? OR origin = 0)"
        " ORDER BY position",
        (every_origin,),
    )
    newest = {entry: (day, band, people) for entry, day, band, people in rows}
    heads: Counter[str] = Counter()
    for day, band, people in newest.values():
        if first <= day <= last:
            heads[band if band in BANDS else "unknown"] += people
    return heads
