"""Who speaks for a kiosk: one boot of one machine at a time. A boot that was replaced and speaks again is a clone.

A kiosk that restarts comes with a new `holder` and takes over; so does one whose image was rolled back. But a holder
that another one has replaced belongs to a machine that is still alive beside it: two machines have one id. That machine
is answered `sync.other_holder` and goes on under a name of its own (`/sync/split`), which it derives from its hardware:
a restore card that brings the clone back every morning brings no new names.
"""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from kiosk.core.errors import KioskError
from kiosk.hub.incidents import note
from kiosk.hub.store import tables
from kiosk.hub.store.inserting import insert_or_ignore

KEPT = 200
"""Boots that are remembered of a kiosk."""
_KIOSK, _RETIRED = tables.kiosk.c, tables.retired_holder.c


def admitted(connection: sa.Connection, kiosk: int, holder: str, machine: str, now: int) -> sa.Row[Any]:
    """The kiosk's row, locked, after `holder` has taken over. Raises KioskError `sync.other_holder`."""
    row = locked(connection, kiosk)
    if holder == row.holder:
        return row
    if _is_other(connection, kiosk, holder, machine):
        raise KioskError("sync.other_holder", kiosk=row.id)
    if row.holder:
        insert_or_ignore(connection, tables.retired_holder, [{"kiosk": kiosk, "holder": row.holder, "until_ms": now}])
        _forget_oldest(connection, kiosk)
    connection.execute(tables.kiosk.update().where(_KIOSK.number == kiosk).values(holder=holder, machine=machine))
    return row


def locked(connection: sa.Connection, kiosk: int) -> sa.Row[Any]:
    """The kiosk's row, held until the transaction ends."""
    return connection.execute(sa.select(tables.kiosk).where(_KIOSK.number == kiosk).with_for_update()).one()


@dataclass(frozen=True, slots=True)
class Clone:
    """A clone at the door, under the id that it asks for; `credential` is a SHA-256, `signer` a public key or empty."""

    id: str
    credential: bytes
    holder: str
    machine: str
    signer: bytes = b""


def split(connection: sa.Connection, kiosk: int, clone: Clone, now: int) -> None:
    """Let the clone of `kiosk` go on as a kiosk of its own; asked twice, done once.

    Raises KioskError `sync.id_taken` when that id is somebody else's.
    """
    row = locked(connection, kiosk)
    found = connection.execute(sa.select(_KIOSK.number, _KIOSK.cloned_from).where(_KIOSK.id == clone.id)).first()
    if found and found.cloned_from != kiosk:
        raise KioskError("sync.id_taken", kiosk=clone.id)
    number = found.number if found else _make_clone(connection, row, clone, now)
    made = {"hash": clone.credential, "kiosk": number, "made_ms": now, "signer": clone.signer or None}
    insert_or_ignore(connection, tables.credential, [made])


def _make_clone(connection: sa.Connection, row: sa.Row[Any], clone: Clone, now: int) -> int:
    made = connection.execute(
        tables.kiosk.insert().values(
            id=clone.id, base=row.base, name=row.name, made_ms=now, holder=clone.holder, machine=clone.machine,
            cloned_from=row.number,
        )
    )  # fmt: skip
    assert made.inserted_primary_key is not None
    number: int = made.inserted_primary_key[0]
    note(connection, now, "hub.incident_cloned", number, old=row.id, new=clone.id)
    return number


def _is_other(connection: sa.Connection, kiosk: int, holder: str, machine: str) -> bool:
    """Whether `holder` has been replaced before, or its machine has already got a name of its own."""
    retired = sa.select(_RETIRED.kiosk).where(_RETIRED.kiosk == kiosk, _RETIRED.holder == holder)
    clone = sa.select(_KIOSK.number).where(_KIOSK.cloned_from == kiosk, _KIOSK.machine == machine)
    return any(connection.execute(query).first() for query in (retired, clone))


def _forget_oldest(connection: sa.Connection, kiosk: int) -> None:
    mine = sa.select(_RETIRED.until_ms).where(_RETIRED.kiosk == kiosk)
    edge = connection.execute(mine.order_by(_RETIRED.until_ms.desc()).offset(KEPT).limit(1)).scalar()
    if edge is not None:
        connection.execute(tables.retired_holder.delete().where(_RETIRED.kiosk == kiosk, _RETIRED.until_ms <= edge))
