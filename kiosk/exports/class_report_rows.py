"""The journal rows that a class report is made of: the forms of a session, and what the class played. Qt-free."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kiosk.core.events import (
    ORIGINS,
    ClassCounted,
    ClassSessionMoved,
    ClassSessionStarted,
    Event,
    FormStarted,
    ItemAnswered,
    from_body,
)
from kiosk.core.item import Item, from_json
from kiosk.store.class_sessions import PLAYED, Fact, facts, joined_facts

EVER = 1 << 62
MOMENTS = ("pre", "post", "booster")
EARLIER_MS = 180 * 86_400_000
"""How long ago the forms of an earlier session may lie that a later one is compared with."""
SPARE_MS = 15 * 60_000
"""A session that nobody ended lasted as long as its time box, and so much more."""
FORM = "class_session"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One class session by its id; or, without one, everything of a class within a span.

    `start` (included) and `end` (excluded) are milliseconds since 1970 UTC. Rehearsed and simulated rows only count
    with `every_origin`.
    """

    session: str = ""
    class_label: str = ""
    start: int = 0
    end: int = EVER
    every_origin: bool = False


@dataclass(slots=True)
class Session:
    """One class session, on one kiosk or several: `windows` gives each kiosk's first and last moment."""

    id: str
    class_label: str
    plan: str
    minutes: int
    present: int
    start: int
    origin: str
    moments: set[str] = field(default_factory=set)
    ended: bool = False
    windows: dict[bytes, tuple[int, int]] = field(default_factory=dict)


@dataclass(slots=True)
class Attempt:
    """One child's form."""

    started: FormStarted
    utc_ms: int
    answers: list[ItemAnswered] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Gathered:
    """`kiosks` is on how many the sessions ran; `played` pairs what happened outside of forms with its visit."""

    wanted: Wanted
    sessions: list[Session]
    kiosks: int
    attempts: list[Attempt]
    counted: list[ClassCounted]
    played: list[tuple[object, Event]]


def sessions(db: sqlite3.Connection, *, every_origin: bool = False) -> list[Session]:
    """All class sessions that the journal knows of, the newest first."""
    found: dict[str, Session] = {}
    # One kind each: so each finds its rows by an index of its own.
    rows = db.execute(
        " UNION ALL ".join(
            "SELECT kind, version, body, utc_ms, kiosk, origin, position FROM journal_entry"
            f" WHERE kind = '{event.kind}' AND (:every OR origin = 0)"
            for event in (ClassSessionStarted, ClassSessionMoved)
        )
        + " ORDER BY utc_ms, position",
        {"every": every_origin},
    )
    for kind, version, body, utc_ms, kiosk, origin, _ in rows:
        event = from_body(kind, version, json.loads(body))
        if isinstance(event, ClassSessionStarted):
            session = found.setdefault(event.session, _session(event, utc_ms, ORIGINS[origin]))
            session.present = max(session.present, event.present)
            session.windows.setdefault(kiosk, (utc_ms, utc_ms + event.minutes * 60_000 + SPARE_MS))
        elif isinstance(event, ClassSessionMoved) and event.session in found:
            _moved(found[event.session], event, kiosk, utc_ms)
    return sorted(found.values(), key=lambda one: -one.start)


def _session(event: ClassSessionStarted, utc_ms: int, origin: str) -> Session:
    return Session(event.session, event.class_label, event.plan, event.minutes, event.present, utc_ms, origin)


def _moved(session: Session, event: ClassSessionMoved, kiosk: bytes, utc_ms: int) -> None:
    """The session came to its next part, or to its end, on one kiosk."""
    session.moments.add(event.moment)
    if event.moment == "ended" and kiosk in session.windows:
        session.ended = True
        session.windows[kiosk] = (session.windows[kiosk][0], utc_ms)


def gather(db: sqlite3.Connection, wanted: Wanted) -> Gathered:
    """Everything a report on `wanted` needs."""
    known = sessions(db, every_origin=wanted.every_origin)
    if wanted.session:
        own = [one for one in known if one.id == wanted.session]
    else:
        own = [one for one in known if one.class_label == wanted.class_label and wanted.start <= one.start < wanted.end]
    forms = [(one.id, frozenset(MOMENTS)) for one in own] + _earlier(own, known, bool(wanted.session))
    attempts: list[Attempt] = []
    counted: list[ClassCounted] = []
    kiosks = {kiosk.hex() for one in own for kiosk in one.windows}
    for id, moments in forms:
        told = [one for one in facts(db, id) if wanted.every_origin or one.origin == 0]
        attempts += [one for one in _attempts(told) if one.started.moment in moments]
        counted += [one for one in _counted(told) if one.moment in moments]
        kiosks |= {one.kiosk.removeprefix("k") for one in told if any(id == session.id for session in own)}
    played = [*_played(db, own, wanted), *_played_elsewhere(db, own, wanted)]
    return Gathered(wanted, own, len(kiosks), attempts, counted, played)


def _earlier(own: list[Session], known: list[Session], single: bool) -> list[tuple[str, frozenset[str]]]:
    """The last session of the same class with a 前测, which a session without one is compared with; and which forms."""
    moments = {"post": frozenset({"pre"}), "booster": frozenset({"pre", "post"})}.get(own[0].plan) if own else None
    if not single or moments is None or not own[0].class_label:
        return []
    return [
        (one.id, moments)
        for one in known
        if one.class_label == own[0].class_label
        and one.plan in ("pre", "pre_post")
        and own[0].start - EARLIER_MS <= one.start < own[0].start
    ][:1]


def _attempts(facts: Sequence[Fact]) -> list[Attempt]:
    """The forms that were begun, with their answers: a visit each."""
    found: dict[str, Attempt] = {}
    for fact in facts:
        event = fact.event
        if isinstance(event, FormStarted):
            found.setdefault(fact.visit, Attempt(event, fact.utc_ms))
        elif fact.visit in found and isinstance(event, ItemAnswered) and event.station == FORM:
            found[fact.visit].answers.append(event)
    return list(found.values())


def _counted(facts: Sequence[Fact]) -> list[ClassCounted]:
    """What the guide counted, the last count of each item."""
    events = [event for fact in facts if isinstance(event := fact.event, ClassCounted)]
    return list({(one.moment, one.item_hash): one for one in events}.values())


def _played(db: sqlite3.Connection, own: list[Session], wanted: Wanted) -> Iterator[tuple[object, Event]]:
    """What the class did at the stations: visits that chose it, and visits in its sessions that chose none."""
    labels = {session.class_label for session in own} | ({wanted.class_label} if wanted.class_label else set())
    windows = [(kiosk, *span) for session in own for kiosk, span in session.windows.items()]
    start, end = wanted.start, wanted.end
    if wanted.session:
        start = min((one[1] for one in windows), default=0)
        end = max((one[2] for one in windows), default=0) + 1
    kinds = ", ".join(f"'{kind}'" for kind in PLAYED)
    rows = db.execute(
        "WITH named AS MATERIALIZED (SELECT visit, json_extract(body, '$.class_label') AS label, max(position)"
        " FROM journal_entry WHERE kind = 'visitor_named' AND utc_ms >= ? AND utc_ms < ? GROUP BY visit)"
        " SELECT entry.visit, kind, version, body, utc_ms, kiosk, coalesce(label, '') FROM journal_entry AS entry"
        " LEFT JOIN named ON named.visit = entry.visit"
        f" WHERE kind IN ({kinds}) AND utc_ms >= ? AND utc_ms < ? AND entry.visit IS NOT NULL AND (? OR origin = 0)"
        " ORDER BY utc_ms, position",
        (start, end, start, end, wanted.every_origin),
    )
    for visit, kind, version, body, utc_ms, kiosk, label in rows:
        within = any(kiosk == one[0] and one[1] <= utc_ms <= one[2] for one in windows)
        if label in labels if label else within:
            event = from_body(kind, version, json.loads(body))
            if event is not None and getattr(event, "station", "") != FORM and (within or not wanted.session):
                yield visit, event


def _played_elsewhere(db: sqlite3.Connection, own: list[Session], wanted: Wanted) -> Iterator[tuple[object, Event]]:
    """What the class did at stations of other kiosks while its sessions ran, as their parts tell it."""
    forms = {fact.visit for session in own for fact in facts(db, session.id) if fact.kind == FormStarted.kind}
    for fact in (fact for session in own for fact in joined_facts(db, session.id)):
        if fact.kind in PLAYED and fact.visit not in forms and (wanted.every_origin or fact.origin == 0):
            event = fact.event
            if event is not None:
                yield fact.visit, event


class Texts:
    """Items as they were when they were answered, each read once."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._found: dict[str, Item | None] = {}

    def item(self, hash: str) -> Item | None:
        """The item of `hash`; `None` where the store has lost it."""
        if hash not in self._found:
            row = self._db.execute("SELECT body FROM item_text WHERE hash = ?", (hash,)).fetchone()
            self._found[hash] = from_json(json.loads(row[0])) if row else None
        return self._found[hash]

    def of(self, answers: Iterable[ItemAnswered]) -> Iterator[tuple[ItemAnswered, Item]]:
        """Each answer beside its item, without those whose item is lost."""
        return ((one, item) for one in answers if (item := self.item(one.item_hash)) is not None)
