"""What people did at the hub, as a chain of hashes: an entry that is changed or taken out breaks all that follow.

Entries are let go when they are older than the setting `audit_days` (180 at least); the chain then goes on from the
hash of the last that went. The newest hash is written to the hub's log every day, so that cutting off the end shows.
"""

import hashlib
import json
import logging
from collections.abc import Iterator
from typing import Any, NamedTuple

import sqlalchemy as sa

from kiosk.hub.store.people_tables import audit, audit_start

log = logging.getLogger(__name__)
LEAST_DAYS = 180
_LOCK = 0x46474C59
_DAY_MS = 86_400_000
_AUDIT, _START = audit.c, audit_start.c
BEGINNING = bytes(32)


class Act(NamedTuple):
    """One entry: who did what (`act`: a words code `hub_audit.<act>`) to whose matter (`base`, none: the hub's)."""

    who: str
    act: str
    detail: str = ""
    base: int | None = None


def note(connection: sa.Connection, now: int, act: Act) -> None:
    """Put `act` at the end of the chain."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    number, before = _end(connection)
    row = {"number": number + 1, "utc_ms": now, **act._asdict()}
    connection.execute(audit.insert().values(**row, hash=_hash(before, row)))


def broken(connection: sa.Connection) -> int | None:
    """The number of the first entry that is not as it was written, or that follows a gap; `None`: all is sound."""
    number, before = _start(connection)
    for row in _rows(connection):
        if row.number != number + 1 or row.hash != _hash(before, _kept(row)):
            return number + 1
        number, before = row.number, row.hash
    return None


def prune(connection: sa.Connection, now: int, days: int) -> int:
    """Let go of what is older than `days`; how many entries."""
    edge = now - max(days, LEAST_DAYS) * _DAY_MS
    oldest_kept = connection.execute(sa.select(sa.func.min(_AUDIT.number)).where(_AUDIT.utc_ms >= edge)).scalar()
    going = sa.select(_AUDIT.number, _AUDIT.hash).where(_AUDIT.utc_ms < edge)
    if oldest_kept is not None:
        going = going.where(_AUDIT.number < oldest_kept)
    last = connection.execute(going.order_by(_AUDIT.number.desc()).limit(1)).first()
    if last is None:
        return 0
    connection.execute(audit_start.delete())
    connection.execute(audit_start.insert().values(one=1, number=last.number, hash=last.hash))
    return connection.execute(audit.delete().where(_AUDIT.number <= last.number)).rowcount


def tell_end(connection: sa.Connection) -> None:
    """Write the newest hash to the log."""
    number, end = _end(connection)
    log.info("audit: entry %s, %s", number, end.hex())


def _start(connection: sa.Connection) -> tuple[int, bytes]:
    row = connection.execute(sa.select(_START.number, _START.hash)).first()
    return (row.number, row.hash) if row else (0, BEGINNING)


def _end(connection: sa.Connection) -> tuple[int, bytes]:
    last = sa.select(_AUDIT.number, _AUDIT.hash).order_by(_AUDIT.number.desc()).limit(1)
    row = connection.execute(last).first()
    return (row.number, bytes(row.hash)) if row else _start(connection)


def _rows(connection: sa.Connection) -> Iterator[sa.Row[Any]]:
    yield from connection.execute(sa.select(audit).order_by(_AUDIT.number))


def _kept(row: sa.Row[Any]) -> dict[str, Any]:
    return {name: value for name, value in row._mapping.items() if name != "hash"}


def _hash(before: bytes, row: dict[str, Any]) -> bytes:
    told = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(bytes(before) + told.encode()).digest()
