"""One walk through the journal for a ledger: what there was of each thing, before anything is hidden."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from kiosk.core.events import (
    ClassCounted,
    ClassSessionStarted,
    FormStarted,
    HeadcountEntered,
    ItemAnswered,
    LanternLit,
    PromisesMade,
    SatisfactionGiven,
    StationOpened,
    TakeKept,
    TakeRecorded,
    TakeReviewed,
    VisitEnded,
    VisitorNamed,
    VisitStarted,
    from_body,
)
from kiosk.exports.class_report_rows import FORM, Attempt
from kiosk.exports.ledger_period import Period
from kiosk.store.folding import fields

Step = Callable[[int], None]
STEP_ROWS = 2_000
LONGEST_MS = 4 * 3_600_000
"""A visit that seems longer is the work of a clock that was set; so long after a period its visits may still end."""
READ = (
    *(VisitStarted, VisitorNamed, StationOpened, ItemAnswered, LanternLit, SatisfactionGiven, VisitEnded),
    *(ClassSessionStarted, FormStarted, ClassCounted, PromisesMade, TakeRecorded, TakeKept),
    *(TakeReviewed, HeadcountEntered),
)
LATE = frozenset({VisitEnded.kind, ClassCounted.kind})
"""What still counts after the end of the period, if what it belongs to began within."""


@dataclass(slots=True)
class Seen:
    """One visit: how many children stood there at most, and for how long."""

    day: date
    start: int
    players: int = 1
    class_label: str = ""
    milliseconds: int = 0


@dataclass(slots=True)
class AtStation:
    """What happened at one station: `people` adds up the children of each run."""

    people: int = 0
    runs: int = 0
    answers: int = 0
    right: int = 0
    judged: int = 0


@dataclass(slots=True)
class Tally:
    """Counts of a period. Visits, attempts and sessions by their ids."""

    visits: dict[object, Seen] = field(default_factory=dict)
    stations: dict[str, AtStation] = field(default_factory=lambda: defaultdict(AtStation))
    faces: Counter[int] = field(default_factory=Counter)
    lanterns: int = 0
    promises: int = 0
    takes: Counter[str] = field(default_factory=Counter)
    approved: dict[str, bool] = field(default_factory=dict)
    sessions: dict[str, ClassSessionStarted] = field(default_factory=dict)
    attempts: dict[object, Attempt] = field(default_factory=dict)
    hands: dict[tuple[str, str, str], ClassCounted] = field(default_factory=dict)
    headcounts: dict[str, HeadcountEntered] = field(default_factory=dict)


def tally(db: sqlite3.Connection, period: Period, *, every_origin: bool = False, step: Step | None = None) -> Tally:
    """Count what the journal has of `period`. Headcounts belong to the day that the guide entered."""
    found = Tally()
    kinds = ", ".join(f"'{event.kind}'" for event in READ)
    rows = db.execute(
        f"SELECT kind, version, code, stored, visit, utc_ms FROM journal_entry WHERE kind IN ({kinds})"
        " AND (? OR origin = 0)"
        f" AND (utc_ms >= ? AND utc_ms < ? OR kind = '{HeadcountEntered.kind}') ORDER BY position",
        (every_origin, period.start, period.end + LONGEST_MS),
    )
    for number, (kind, version, code, stored, visit, utc_ms) in enumerate(rows, start=1):
        if kind == HeadcountEntered.kind or utc_ms < period.end or kind in LATE or visit in found.attempts:
            count(found, kind, version, fields(code, stored), visit, utc_ms)
        if step is not None and number % STEP_ROWS == 0:
            step(number)
    first, last = period.first.isoformat(), period.last.isoformat()
    found.headcounts = {entry: one for entry, one in found.headcounts.items() if first <= one.day <= last}
    return found


def count(found: Tally, kind: str, version: int, fields: dict[str, Any], visit: object, utc_ms: int) -> None:
    """Add one fact. Those of visits are most of a journal: they are read as they lie, without a dataclass each."""
    if kind == ItemAnswered.kind:
        _answered(found, version, fields, visit)
    elif kind == VisitStarted.kind:
        found.visits[visit] = Seen(datetime.fromtimestamp(utc_ms / 1000).date(), utc_ms)
    elif kind in IN_VISIT:
        _in_visit(found, kind, fields, visit, utc_ms)
    elif kind == LanternLit.kind:
        found.lanterns += 1
    elif kind == SatisfactionGiven.kind:
        found.faces[fields["face"]] += 1
    else:
        _rare(found, from_body(kind, version, fields), visit, utc_ms)


IN_VISIT = frozenset({VisitorNamed.kind, StationOpened.kind, VisitEnded.kind})


def _answered(found: Tally, version: int, fields: dict[str, Any], visit: object) -> None:
    if fields["station"] == FORM:
        event = from_body(ItemAnswered.kind, version, fields)
        if visit in found.attempts and isinstance(event, ItemAnswered):
            found.attempts[visit].answers.append(event)
        return
    station = found.stations[fields["station"]]
    if fields["verdict"] != "promised":
        station.answers += 1
    if fields["verdict"] in ("right", "wrong"):
        station.judged += 1
        station.right += fields["verdict"] == "right"


def _in_visit(found: Tally, kind: str, fields: dict[str, Any], visit: object, utc_ms: int) -> None:
    seen = found.visits.get(visit)
    if kind == StationOpened.kind:
        players = fields.get("players", 1)
        found.stations[fields["station"]].runs += 1
        found.stations[fields["station"]].people += players
        if seen:
            seen.players = max(seen.players, players)
    elif seen and kind == VisitorNamed.kind:
        seen.class_label = fields.get("class_label", "")
    elif seen:
        seen.milliseconds = min(max(0, utc_ms - seen.start), LONGEST_MS)


def _rare(found: Tally, event: object, visit: object, utc_ms: int) -> None:
    match event:
        case ClassSessionStarted():
            found.sessions.setdefault(event.session, event)
        case FormStarted():
            found.attempts[visit] = Attempt(event, utc_ms)
        case ClassCounted() if event.session in found.sessions:
            found.hands[event.session, event.moment, event.item_hash] = event
        case PromisesMade():
            found.promises += 1
        case TakeRecorded():
            found.takes["recorded"] += 1
        case TakeKept():
            found.takes["kept"] += 1
        case TakeReviewed():
            found.approved[event.take] = event.verdict == "approved"
        case HeadcountEntered():
            found.headcounts[event.entry] = event
