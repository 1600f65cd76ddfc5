"""What bases recorded, laid out as a kiosk's journal, so that the kiosk's own exports write it: log, visits, ledger."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from kiosk.hub.hub import Hub
from kiosk.hub.people.scope import Scope
from kiosk.hub.store import tables

AT_ONCE = 2_000
_SCHEMA = """
CREATE TABLE journal_entry (
    position INTEGER PRIMARY KEY, epoch BLOB NOT NULL, seq INTEGER NOT NULL, id BLOB NOT NULL, kiosk BLOB NOT NULL,
    visit BLOB, origin INTEGER NOT NULL, utc_ms INTEGER NOT NULL, monotonic_ms INTEGER NOT NULL, kind TEXT NOT NULL,
    version INTEGER NOT NULL, body TEXT NOT NULL,
    code TEXT GENERATED ALWAYS AS (kind) VIRTUAL, stored TEXT GENERATED ALWAYS AS (body) VIRTUAL
);
CREATE INDEX journal_kind ON journal_entry (kind, utc_ms);
CREATE INDEX journal_visit ON journal_entry (visit);
CREATE TABLE item_text (hash TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE pack (hash TEXT PRIMARY KEY, title TEXT NOT NULL, version TEXT NOT NULL);
"""
_PUT = "INSERT INTO journal_entry VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_LAST_MS = (1 << 48) - 1


@contextmanager
def journal(hub: Hub, scope: Scope, start: int, end: int) -> Iterator[sqlite3.Connection]:
    """The events in sight from `start` to `end` (ms since 1970 UTC, excluded), in the order of their ids.

    It lies in a file below the hub's data that is gone afterwards.
    """
    with (
        TemporaryDirectory(prefix="export-", dir=hub.data) as folder,
        closing(sqlite3.connect(Path(folder) / "journal.db", check_same_thread=False)) as db,
    ):
        db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
        with hub.database.read() as connection:
            _copy_events(hub, connection, db, scope, start, end)
            _copy_texts(connection, db)
        db.commit()
        yield db


def sweep(data: Path) -> None:
    """Remove what exports have left that were killed: single children's rows must not lie about."""
    for folder in data.glob("export-*"):
        rmtree(folder, ignore_errors=True)


def _copy_events(
    hub: Hub, connection: sa.Connection, db: sqlite3.Connection, scope: Scope, start: int, end: int
) -> None:
    event, hub_bodies = tables.event.c, hub.bodies
    hub_bodies.refresh(connection)
    kinds = {row.number: row.name for row in connection.execute(sa.select(tables.kind))}
    kiosks = {row.number: bytes.fromhex(row.id[1:]) for row in connection.execute(sa.select(tables.kiosk))}
    epochs = {row.number: bytes(row.epoch) for row in connection.execute(sa.select(tables.epoch))}
    first, last = max(start, 0), min(end, _LAST_MS)
    query = (
        sa.select(tables.event)
        .where(scope.has(event.base), event.id.between(_edge(first, 0), _edge(last, 255)))
        .where(event.utc_ms >= first, event.utc_ms < last)
        .order_by(event.id)
        .execution_options(yield_per=AT_ONCE)
    )
    for part in connection.execute(query).partitions():
        db.executemany(
            _PUT,
            (
                (
                    epochs[row.epoch], row.seq, row.id, kiosks[row.kiosk], row.visit, row.origin, row.utc_ms,
                    row.monotonic_ms, kinds[row.kind], row.version,
                    hub_bodies.unpack(row.dictionary, row.body).decode(),
                )
                for row in part
            ),
        )  # fmt: skip


def _copy_texts(connection: sa.Connection, db: sqlite3.Connection) -> None:
    wanted = "SELECT DISTINCT json_extract(body, ?) FROM journal_entry WHERE kind = 'item_answered'"
    texts, packs = tables.item_text.c, tables.pack.c
    for name, query, put in (
        ("$.item_hash", sa.select(texts.hash, texts.body), "INSERT INTO item_text VALUES (?, ?)"),
        ("$.pack_hash", sa.select(packs.hash, packs.title, packs.version), "INSERT INTO pack VALUES (?, ?, ?)"),
    ):
        hashes = [row[0] for row in db.execute(wanted, (name,))]
        for place in range(0, len(hashes), AT_ONCE):
            some = query.where(query.selected_columns[0].in_(hashes[place : place + AT_ONCE]))
            db.executemany(put, (tuple(row) for row in connection.execute(some)))


def _edge(utc_ms: int, fill: int) -> bytes:
    """The lowest or highest id of a millisecond."""
    return utc_ms.to_bytes(6, "big") + bytes([fill]) * 10
