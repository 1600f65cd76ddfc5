"""How far the hub has acknowledged the journal, kept in the kiosk's own database.

The mark is a *position in this file's journal*, and moves only in a transaction of this file: when a backup takes the
database's place or the disk is rolled back, journal and mark go back together. (A mark by epoch and seq would not do:
what `store.salvage` reads back comes in behind later events of its epoch, and would never be sent.) Nothing is deleted.
"""

import sqlite3
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace

from kiosk.store.store import Store
from kiosk.sync.wire import Refused, Row

_COLUMNS = "hub, position, token, generation, watermark, sent, accepted, success_ms, error, error_ms, skew_ms"
_ROWS = "position, epoch, seq, id, visit, origin, utc_ms, monotonic_ms, kind, version, body"


@dataclass(frozen=True, slots=True)
class Mark:
    """Everything up to `position` is acknowledged by the hub with the id `hub`; `token` is what it gave with that.

    `sent` and `accepted` count events since enrolment, repeats included; `error` is the words code of what went wrong
    last, empty since the last success; `skew_ms` is this machine's clock minus the hub's. Times in ms since 1970 UTC.
    """

    hub: str
    position: int = 0
    token: str = ""
    generation: str = ""
    watermark: int = 0
    sent: int = 0
    accepted: int = 0
    success_ms: int = 0
    error: str = ""
    error_ms: int = 0
    skew_ms: int = 0


def read(connection: sqlite3.Connection, hub: str) -> Mark:
    """The mark for `hub`."""
    found = connection.execute(f"SELECT {_COLUMNS} FROM sync_mark WHERE hub = ?", (hub,)).fetchone()
    return Mark(*found) if found else Mark(hub)


def rows(connection: sqlite3.Connection, after: int, most: int) -> list[Row]:
    """Up to `most` entries of the journal after the position `after`."""
    found = connection.execute(
        f"SELECT {_ROWS} FROM journal_entry WHERE position > ? ORDER BY position LIMIT ?", (after, most)
    )
    return [Row(*row) for row in found]


def newest(connection: sqlite3.Connection) -> int:
    """The position of the newest entry; the journal has no gaps."""
    return int(connection.execute("SELECT coalesce(max(position), 0) FROM journal_entry").fetchone()[0])


def oldest_waiting_ms(connection: sqlite3.Connection, after: int) -> int | None:
    """When the first entry after the position `after` was born; `None` without one."""
    found = connection.execute(
        "SELECT utc_ms FROM journal_entry WHERE position > ? ORDER BY position LIMIT 1", (after,)
    ).fetchone()
    return int(found[0]) if found else None


def refused(connection: sqlite3.Connection, hub: str) -> list[tuple[str, int, str, str, int]]:
    """What `hub` refused: epoch, seq, code, sentence, when; newest first."""
    found = connection.execute(
        "SELECT lower(hex(epoch)), seq, code, what, utc_ms FROM sync_refused WHERE hub = ? ORDER BY utc_ms DESC", (hub,)
    )
    return [tuple(row) for row in found]


def keep(
    store: Store, generation: int, before: Mark, after: Mark, last: Row | None, refusals: Sequence[Refused] = ()
) -> "Future[bool]":
    """Replace the mark `before` by `after` and list `refusals`; out of the future comes whether that was possible.

    It is not when another process has moved the mark, or when another database has taken the place of the one that
    `before` was read from: its positions are others. `generation` is the store's at that time; `last`, the last entry
    that was sent, must still be where it was.
    """

    def work(db: sqlite3.Connection) -> bool:
        if store.state().generation != generation or read(db, before.hub).position != before.position:
            return False
        if last is not None:
            there = db.execute("SELECT epoch, seq FROM journal_entry WHERE position = ?", (last.position,)).fetchone()
            if there is None or tuple(there) != (last.epoch, last.seq):
                return False
        _put(db, after)
        db.executemany(
            "INSERT OR IGNORE INTO sync_refused (hub, epoch, seq, code, what, utc_ms) VALUES (?, ?, ?, ?, ?, ?)",
            [(after.hub, bytes.fromhex(one.epoch), one.seq, one.code, one.what, after.success_ms) for one in refusals],
        )
        return True

    return store.derive(work)


def failed(store: Store, hub: str, code: str, now: int) -> None:
    """Note that the hub was not reached and why, if that is news."""
    with store.read() as connection:
        known = read(connection, hub).error
    if known == code:
        return

    def work(db: sqlite3.Connection) -> None:
        _put(db, replace(read(db, hub), error=code, error_ms=now))

    store.derive(work).result()


def epochs(connection: sqlite3.Connection, position: int) -> dict[bytes, tuple[int, int]]:
    """Of every epoch in the journal: how many entries there are, and how many of them up to `position`."""
    found = connection.execute(
        "SELECT epoch, count(*), sum(position <= ?) FROM journal_entry GROUP BY epoch", (position,)
    )
    return {row[0]: (row[1], row[2]) for row in found}


def first_after(connection: sqlite3.Connection, epoch: bytes, seq: int) -> int | None:
    """The lowest position of `epoch`'s entries after `seq`; `None` without one."""
    found = connection.execute(
        "SELECT min(position) FROM journal_entry WHERE epoch = ? AND seq > ?", (epoch, seq)
    ).fetchone()
    return None if found[0] is None else int(found[0])


def _put(db: sqlite3.Connection, mark: Mark) -> None:
    values = [getattr(mark, name) for name in Mark.__slots__]
    db.execute(f"INSERT OR REPLACE INTO sync_mark ({_COLUMNS}) VALUES ({', '.join('?' * len(values))})", values)
