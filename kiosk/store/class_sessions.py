"""A class session's facts: what this kiosk recorded of it, and what was read in from kiosks that had joined it.

Each takes a connection from `Store.read()`; the class report, the teacher's board and the stick file read the same.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kiosk.core.events import ORIGINS, Event, Origin, from_body

NAMED = ("class_session_started", "class_session_moved", "form_started", "form_finished", "class_counted")
"""Kinds that name their session."""
BELONGING = ("item_answered", "visitor_named")
"""Kinds that belong to a session by their visit, which is one child's form."""
KINDS = (*NAMED, *BELONGING)
PLAYED = (
    *("item_answered", "line_practised", "promise_looked_back", "promises_made", "station_finished", "station_opened"),
    *("take_kept", "take_recorded"),
)
"""Kinds that tell what a class did at the stations while its session ran."""
_ID = "lower(hex(id))"
_VISIT = "CASE typeof(visit) WHEN 'blob' THEN lower(hex(visit)) ELSE coalesce(visit, '') END"
_FACT = f"{_ID}, 'k' || lower(hex(kiosk)), lower(hex(epoch)), seq, {_VISIT}, origin, utc_ms, kind, version, body"


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
    rows = connection.execute(
        f"SELECT {_FACT}"
        " FROM journal_entry WHERE position >= :first AND ("
        f" (kind IN ({_listed(NAMED)}) AND json_extract(body, '$.session') = :session)"
        f" OR (kind IN ({_listed(BELONGING)}) AND visit IN (SELECT visit FROM journal_entry"
        "  WHERE kind = 'form_started' AND json_extract(body, '$.session') = :session))) ORDER BY position",
        {"first": found[0], "session": session},
    )
    yield from (Fact(*row) for row in rows)


def own_play(connection: sqlite3.Connection, session: str) -> Iterator[Fact]:
    """What was played here while `session` ran, in order: by its class, and by whoever said of no class.

    Nobody's nickname is among it, nor what another class did here meanwhile.
    """
    label, first, again, last = connection.execute(
        "SELECT max(json_extract(body, '$.class_label')), min(position), max(position),"
        " (SELECT max(position) FROM journal_entry WHERE kind = 'class_session_moved'"
        "  AND json_extract(body, '$.session') = :session AND json_extract(body, '$.moment') = 'ended')"
        " FROM journal_entry WHERE kind = 'class_session_started' AND json_extract(body, '$.session') = :session",
        {"session": session},
    ).fetchone()
    if first is None:
        return
    rows = connection.execute(
        f"SELECT {_FACT} FROM journal_entry AS entry"
        f" WHERE position > :first AND (:last IS NULL OR position < :last) AND kind IN ({_listed(PLAYED)})"
        " AND visit IS NOT NULL AND coalesce(json_extract(body, '$.station'), '') <> 'class_session'"
        " AND coalesce((SELECT json_extract(body, '$.class_label') FROM journal_entry AS named"
        "  WHERE named.kind = 'visitor_named' AND named.visit = entry.visit ORDER BY position DESC LIMIT 1), '')"
        " IN ('', :label) ORDER BY position",
        {"first": first, "last": last if last and last > again else None, "label": label},
    )
    yield from (Fact(*row) for row in rows)


def joined_facts(connection: sqlite3.Connection, session: str) -> Iterator[Fact]:
    """What was read in from other kiosks, forms and play, each one's in order."""
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


def texts(connection: sqlite3.Connection, hashes: Iterable[str]) -> dict[str, str]:
    """The item texts of `hashes` that are kept here, by hash."""
    rows = connection.execute(
        "SELECT hash, body FROM item_text WHERE hash IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(set(hashes))),),
    )
    return dict(rows.fetchall())


def keep_texts(connection: sqlite3.Connection, texts: Mapping[str, str]) -> None:
    """Keep item texts that came with facts of another kiosk. To be run by `Store.write`. Twice is harmless."""
    connection.executemany("INSERT OR IGNORE INTO item_text (hash, body) VALUES (?, ?)", texts.items())


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
        f"SELECT {_FACT}"
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


def _listed(kinds: Iterable[str]) -> str:
    return ", ".join(f"'{kind}'" for kind in kinds)
