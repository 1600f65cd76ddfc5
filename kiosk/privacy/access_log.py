"""Who listened to or carried out what, and why: a chain in which nothing can be changed or left out unnoticed.

Each entry holds the hash of the one before it and of itself. What is older than its term is let go; the chain then
goes on from a checkpoint that is signed with the kiosk's key.
"""

import hashlib
import hmac
import json
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.core.clock import Clock
from kiosk.core.events import AccessesSealed
from kiosk.privacy.keys import KeyRing
from kiosk.store.store import Store

if TYPE_CHECKING:
    from sqlite_utils import Database

START = bytes(32)
"""What the first entry of all follows."""
MARK = 16
"""So many hex digits of the chain stand in the journal."""


@dataclass(frozen=True, slots=True)
class Access:
    """One entry: a role behind the PIN did `act` (`heard`, `exported`, `reviewed`) with a take for `reason`, a code."""

    position: int
    utc_ms: int
    role: str
    act: str
    take: str
    reason: str


class AccessLog:
    """The log of one home. Methods block for a transaction and raise KioskError when the disk does not let us."""

    def __init__(self, store: Store, keys: KeyRing, clock: Clock) -> None:
        self._store = store
        self._keys = keys
        self._clock = clock

    def note(self, role: str, act: str, take: str, reason: str) -> None:
        """Add an entry; it is on disk when this returns."""
        now = self._clock.utc_ms()

        def work(db: "Database") -> None:
            position, before = _end(db.conn)
            one = Access(position + 1, now, role, act, take, reason)
            values = [one.position, now, role, act, take, reason, _link(before, one)]
            db.execute("INSERT INTO access_log VALUES (?, ?, ?, ?, ?, ?, ?)", values)

        self._store.write(work).result()

    def entries(self) -> list[Access]:
        """All that is kept, newest first."""
        with self._store.read() as connection:
            return [one for one, _ in _rows(connection)][::-1]

    def seal(self) -> None:
        """Note in the journal how far the chain has come, unless that stands there already."""
        with self._store.read() as connection:
            position, chain = _end(connection)
            known = _sealed(connection)
        if position and (known is None or known[0] != position):
            self._store.append(AccessesSealed(position, chain.hex()[:MARK]), None)

    def is_whole(self) -> bool:
        """Whether every entry since the checkpoint is there as it was written, the checkpoint is ours, and nothing
        was cut off behind the last mark in the journal."""
        with self._store.read() as connection:
            mark = _sealed(connection)
            point = _checkpoint(connection)
            position, chain = (point[0], point[1]) if point else (0, START)
            if point and not hmac.compare_digest(point[2], self._sign(position, chain)):
                return False
            for one, link in _rows(connection):
                if one.position != position + 1 or not hmac.compare_digest(link, _link(chain, one)):
                    return False
                position, chain = one.position, link
                if mark and mark[0] == position and link.hex()[:MARK] != mark[1]:
                    return False
            return mark is None or mark[0] <= position

    def trim(self, before_ms: int) -> int:
        """Let go of what is older than `before_ms`; how many entries. A chain that is not whole is left as it is."""
        with self._store.read() as connection:
            old = [(one, link) for one, link in _rows(connection) if one.utc_ms < before_ms]
        if not old or not self.is_whole():
            return 0
        last, chain = old[-1]
        signature = self._sign(last.position, chain)

        def work(db: "Database") -> None:
            db.execute("DELETE FROM access_log WHERE position <= ?", [last.position])
            db.execute("DELETE FROM access_checkpoint")
            db.execute("INSERT INTO access_checkpoint VALUES (?, ?, ?)", [last.position, chain, signature])

        self._store.write(work).result()
        return last.position - old[0][0].position + 1

    def _sign(self, position: int, chain: bytes) -> bytes:
        return hmac.digest(self._keys.own(), b"access log\0" + position.to_bytes(8, "big") + chain, "sha256")


def _link(before: bytes, one: Access) -> bytes:
    fields = [one.position, one.utc_ms, one.role, one.act, one.take, one.reason]
    return hashlib.sha256(before + json.dumps(fields, ensure_ascii=False).encode()).digest()


def _rows(connection: sqlite3.Connection) -> list[tuple[Access, bytes]]:
    rows = connection.execute(
        "SELECT position, utc_ms, role, act, take, reason, chain FROM access_log ORDER BY position"
    )
    return [(Access(*row[:6]), row[6]) for row in map(tuple, rows)]


def _checkpoint(connection: sqlite3.Connection) -> tuple[int, bytes, bytes] | None:
    row = connection.execute("SELECT position, chain, signature FROM access_checkpoint").fetchone()
    return tuple(row) if row else None


def _sealed(connection: sqlite3.Connection) -> tuple[int, str] | None:
    """The newest mark that the journal holds."""
    row = connection.execute(
        "SELECT json_extract(body, '$.position'), json_extract(body, '$.chain') FROM journal_entry"
        " WHERE kind = 'accesses_sealed' ORDER BY utc_ms DESC, position DESC LIMIT 1"
    ).fetchone()
    return (row[0], row[1]) if row else None


def _end(connection: sqlite3.Connection) -> tuple[int, bytes]:
    """Where the chain ends."""
    row = connection.execute("SELECT position, chain FROM access_log ORDER BY position DESC LIMIT 1").fetchone()
    point = tuple(row) if row else _checkpoint(connection) or (0, START)
    return point[0], point[1]
