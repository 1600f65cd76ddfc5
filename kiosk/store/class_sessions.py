"""A class session's facts: what this kiosk recorded of it, and what was read in from kiosks that had joined it.

Each takes a connection from `Store.read()`; the class report, the teacher's board and the stick file read the same.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kiosk.core.events import ORIGINS, Event, Origin, from_body

NAMED = ("class_session_started", "class_session_moved", "form_started", "form_finished", "class_counted")
"""Kinds that name their session."""
BELONGING = ("item_answered", "visitor_named")
"""Kinds that belong to a session by their visit, which is one child's form."""
KINDS = (*NAMED, *BELONGING)
_ID = "lower(hex(id))"
_VISIT = "CASE typeof(visit) WHEN 'blob' THEN lower(hex(visit)) ELSE coalesce(visit, '') END"


class Fact(NamedTuple):
    """One recorded event of a session. Ids are hex digits; `body` is its JSON; `utc_ms` is by its own kiosk's clock."""

    id: str
    kiosk: str
    epoch: str
    seq: int
    visit: str
    origin: int
    utc_ms: int
    kind: str
    version: int
    body: str

    @property
    def event(self) -> Event | None:
        """The event; `None` when this program does not know its kind or version."""
        return from_body(self.kind, self.version, json.loads(self.body))

    @property
    def from_whom(self) -> Origin:
        """Visitors, a rehearsal or a simulation."""
        return ORIGINS[self.origin]


def own_facts(connection: sqlite3.Connection, session: str) -> Iterator[Fact]:
    """What this kiosk recorded of `session`, in order."""
    found = connection.execute(
        "SELECT min(position) FROM journal_entry"
        " WHERE kind = 'class_session_started' AND json_extract(body, '$.session') = ?",
        (session,),
    ).fetchone()
    if found[0] is None:
        return
    named, belonging = (", ".join(f"'{kind}'" for kind in kinds) for kinds in (NAMED, BELONGING))
    rows = connection.execute(
        f"SELECT {_ID}, 'k' || lower(hex(kiosk)), lower(hex(epoch)), seq, {_VISIT}, origin, utc_ms, kind, version, body"
        " FROM journal_entry WHERE position >= :first AND ("
        f" (kind IN ({named}) AND json_extract(body, '$.session') = :session)"
        f" OR (kind IN ({belonging}) AND visit IN (SELECT visit FROM journal_entry"
        "  WHERE kind = 'form_started' AND json_extract(body, '$.session') = :session))) ORDER BY position",
        {"first": found[0], "session": session},
    )
    yield from (Fact(*row) for row in rows)


def joined_facts(connection: sqlite3.Connection, session: str) -> Iterator[Fact]:
    """What was read in from other kiosks, each one's in order."""
    rows = connection.execute(
        "SELECT lower(hex(id)), kiosk, epoch, seq, visit, origin, utc_ms, kind, version, body FROM class_row"
        " WHERE session = ? ORDER BY kiosk, epoch, seq",
        (session,),
    )
    yield from (Fact(*row) for row in rows)


def facts(connection: sqlite3.Connection, session: str) -> Iterator[Fact]:
    """All that is known here of `session`: this kiosk's facts, then the others'. No fact comes twice."""
    met: set[str] = set()
    for one in (*own_facts(connection, session), *joined_facts(connection, session)):
        if one.id not in met:
            met.add(one.id)
            yield one


def keep_joined(connection: sqlite3.Connection, session: str, rows: Iterable[Fact]) -> int:
    """Take in facts of another kiosk; how many were new. To be run by `Store.write`. Twice is harmless."""
    before = connection.total_changes
    connection.executemany(
        "INSERT OR IGNORE INTO class_row (id, session, kiosk, epoch, seq, visit, origin, utc_ms, kind, version, body)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((bytes.fromhex(one.id), session, *one[1:]) for one in rows),
    )
    return connection.total_changes - before


def last_session(connection: sqlite3.Connection) -> list[Fact]:
    """The beginning of the session that began here last, and its moves; empty when there was none."""
    row = connection.execute(
        "SELECT json_extract(body, '$.session') FROM journal_entry WHERE kind = 'class_session_started'"
        " ORDER BY position DESC LIMIT 1"
    ).fetchone()
    if row is None:
        return []
    rows = connection.execute(
        f"SELECT {_ID}, 'k' || lower(hex(kiosk)), lower(hex(epoch)), seq, {_VISIT}, origin, utc_ms, kind, version, body"
        " FROM (SELECT * FROM journal_entry"
        "  WHERE kind = 'class_session_started' AND json_extract(body, '$.session') = :session"
        "  UNION ALL SELECT * FROM journal_entry"
        "  WHERE kind = 'class_session_moved' AND json_extract(body, '$.session') = :session) ORDER BY position",
        {"session": row[0]},
    )
    return [Fact(*one) for one in rows]


def codes_since(connection: sqlite3.Connection, utc_ms: int) -> set[str]:
    """The codes of the sessions that began here at or after `utc_ms`."""
    rows = connection.execute(
        "SELECT json_extract(body, '$.code') FROM journal_entry WHERE kind = 'class_session_started' AND utc_ms >= ?",
        (utc_ms,),
    )
    return {row[0] for row in rows}


def form_of(connection: sqlite3.Connection, session: str, returning: str) -> str:
    """The form that the child behind the keyed hash `returning` began before the post part; empty when none did."""
    row = connection.execute(
        "SELECT json_extract(body, '$.form') FROM journal_entry WHERE kind = 'form_started'"
        " AND json_extract(body, '$.returning') = ? AND json_extract(body, '$.moment') = 'pre'"
        " ORDER BY json_extract(body, '$.session') = ? DESC, position DESC LIMIT 1",
        (returning, session),
    ).fetchone()
    return row[0] if row else ""
