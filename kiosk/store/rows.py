"""Between events and the journal's rows."""

import json
import sqlite3
import uuid
from collections.abc import Iterable
from typing import Any, NamedTuple

from kiosk.core.clock import Clock
from kiosk.core.events import ORIGINS, Event, Origin, body
from kiosk.core.ids import uuid7
from kiosk.core.visit import Visit
from kiosk.store.folding import fold


class Row(NamedTuple):
    """One journal entry, its fields named as the table's columns. Times are in milliseconds.

    The kiosk's id is added when it is written: a store that began in memory may not know yet whose home it will reach.
    """

    epoch: bytes
    seq: int
    id: bytes
    visit: bytes | str | None
    origin: int
    utc_ms: int
    monotonic_ms: int
    kind: str
    version: int
    body: str


INSERT = (
    "INSERT INTO journal_entry (epoch, seq, id, visit, origin, utc_ms, monotonic_ms, code, version, stored, kiosk)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (epoch, seq) DO NOTHING"
)
"""Leaving an entry that is there makes a retry harmless when a commit failed after it had reached the disk."""


class RowMaker:
    """Makes the rows of one opening: its epoch, counting `seq` from 1. Its owner sees to it that one thread asks."""

    def __init__(self, epoch: str, origin: Origin, clock: Clock) -> None:
        self._epoch = bytes.fromhex(epoch)
        self._origin = origin
        self._clock = clock
        self._seq = 0

    def row(self, event: Event, visit: Visit | None) -> Row:
        """The next row. Raises TypeError, and counts nothing, when a field of `event` is no JSON."""
        text = compact(body(event))
        utc_ms = self._clock.utc_ms()
        self._seq += 1
        return Row(
            epoch=self._epoch,
            seq=self._seq,
            id=uuid.UUID(uuid7(utc_ms)).bytes,
            visit=visit_bytes(visit),
            origin=ORIGINS.index(visit.origin if visit else self._origin),
            utc_ms=utc_ms,
            monotonic_ms=self._clock.monotonic_ms(),
            kind=event.kind,
            version=event.version,
            body=text,
        )


def visit_bytes(visit: Visit | None) -> bytes | str | None:
    """The visit's id as 16 bytes; as it is when it is no UUID."""
    if visit is None:
        return None
    try:
        return uuid.UUID(visit.id).bytes
    except ValueError:
        return visit.id


def compact(value: Any) -> str:
    """`value` as JSON without spaces. Raises TypeError when it holds what JSON does not know."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _folded(row: Row) -> tuple[Any, ...]:
    code, stored = fold(row.kind, row.body)
    return (*row[:-3], code, row.version, stored)


def write(connection: sqlite3.Connection, kiosk: str, rows: Iterable[Row]) -> None:
    """Put `rows` into `kiosk`'s journal in one transaction. Raises sqlite3.Error; then none of them is in it."""
    whose = bytes.fromhex(kiosk[1:])
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.executemany(INSERT, ((*_folded(row), whose) for row in rows))
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
