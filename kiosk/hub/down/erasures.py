"""Erasures, known to both sides for ever: whoever was set back learns again from the other what must stay erased.

A kiosk tells the ids of all receipts it has. What the hub lacks of them it asks for; what the kiosk lacks it is sent,
orders of the hub and lost receipts alike. A receipt erases the hub's own copies of the takes that it names.

An order is a row without a kiosk, which stands for its whole base, and a row for each kiosk there: one that is let in
later, perhaps with an old disk, gets its own when it first asks.
"""

import hashlib
import json
import os
from collections.abc import Sequence
from typing import Annotated, Any, NamedTuple

import msgspec
import sqlalchemy as sa

from kiosk.hub.batches import Moment
from kiosk.hub.hub import Hub
from kiosk.hub.store import tables
from kiosk.hub.store.down_tables import recording
from kiosk.hub.store.inserting import insert_or_ignore

FOLDER = "recordings"
_ERASURE, _KIOSK, _RECORDING = tables.erasure.c, tables.kiosk.c, recording.c
_Id = Annotated[str, msgspec.Meta(max_length=32, pattern=r"^[a-z0-9]+$")]
_Why = Annotated[str, msgspec.Meta(max_length=32, pattern=r"^[a-z_]+$")]


class Receipt(NamedTuple):
    """A receipt as it travels: `takes` are random ids of takes or return codes."""

    id: _Id
    utc_ms: Moment
    why: _Why
    takes: list[_Id]


def order(connection: sa.Connection, base: int, takes: Sequence[str], now: int) -> list[str]:
    """Have every kiosk of `base` erase these takes as withdrawn, and the hub's copies at once; the orders' ids.

    `settle` afterwards removes the files.
    """
    whole = {
        "id": "e" + os.urandom(6).hex(), "base": base, "kiosk": None, "utc_ms": now, "why": "withdrawn",
        "subjects": json.dumps(list(takes)), "done_ms": now,
    }  # fmt: skip
    connection.execute(tables.erasure.insert().values(whole))
    kiosks = connection.execute(sa.select(_KIOSK.number, _KIOSK.id).where(_KIOSK.base == base)).all()
    made = [_for_kiosk(whole, one.number, one.id) for one in kiosks]
    insert_or_ignore(connection, tables.erasure, made)
    _withdraw(connection, base, takes, now)
    return [str(one["id"]) for one in made]


def _for_kiosk(whole: dict[str, Any], number: int, id: str) -> dict[str, Any]:
    """The order `whole` of a base as that of one kiosk, the same whenever it is made."""
    own = "e" + hashlib.sha256(f"{whole['id']} {id}".encode()).hexdigest()[:12]
    return {**whole, "id": own, "kiosk": number, "done_ms": None}


def _catch_up(connection: sa.Connection, kiosk: sa.Row[Any]) -> None:
    """Give a kiosk its own of the orders to its whole base."""
    query = sa.select(tables.erasure).where(_ERASURE.base == kiosk.base, _ERASURE.kiosk.is_(None))
    rows = [_for_kiosk(dict(row._mapping), kiosk.number, kiosk.id) for row in connection.execute(query)]
    insert_or_ignore(connection, tables.erasure, rows)


def exchange(
    connection: sa.Connection, kiosk: sa.Row[Any], held: Sequence[str], receipts: Sequence[Receipt], now: int
) -> tuple[list[Receipt], list[str]]:
    """Take `receipts` in; what the kiosk that holds `held` must obey, and which of those receipts the hub wants."""
    family = _family(connection, kiosk)
    for one in receipts:
        row = {"id": one.id, "base": kiosk.base, "kiosk": kiosk.number, "utc_ms": one.utc_ms, "why": one.why}
        insert_or_ignore(connection, tables.erasure, [row | {"subjects": json.dumps(one.takes), "done_ms": now}])
        _withdraw(connection, kiosk.base, one.takes, now)
    _catch_up(connection, kiosk)
    query = sa.select(tables.erasure).where(_ERASURE.kiosk.in_(family)).order_by(_ERASURE.utc_ms, _ERASURE.id)
    known = {row.id: row for row in connection.execute(query)}
    done = [id for id in held if id in known and known[id].done_ms is None and known[id].kiosk == kiosk.number]
    if done:
        connection.execute(tables.erasure.update().where(_ERASURE.id.in_(done)).values(done_ms=now))
    there = set(held)
    orders = [Receipt(row.id, row.utc_ms, row.why, json.loads(row.subjects)) for row in known.values()]
    return [one for one in orders if one.id not in there], [id for id in held if id not in known]


def settle(hub: Hub) -> int:
    """Remove the files of recordings that were erased; how many. Done at once, after every start, and every minute."""
    gone = 0
    with hub.database.read() as connection:
        rows = connection.execute(
            sa.select(_RECORDING.sha256, _RECORDING.upload).where(_RECORDING.erased_ms.is_not(None))
        ).all()
        kept = set(connection.execute(sa.select(_RECORDING.sha256).where(_RECORDING.erased_ms.is_(None))).scalars())
    for row in rows:
        names = [f"{row.upload}.part"] if row.sha256 in kept else [row.sha256, f"{row.upload}.part"]
        for path in (hub.data / FOLDER / name for name in names):
            if path.exists():
                path.unlink()
                gone += 1
    return gone


def _withdraw(connection: sa.Connection, base: int, takes: Sequence[str], now: int) -> None:
    mine = recording.update().where(
        _RECORDING.base == base, _RECORDING.take.in_(list(takes)), _RECORDING.erased_ms.is_(None)
    )
    connection.execute(mine.values(erased_ms=now, script="", theme="", title=""))


def _family(connection: sa.Connection, kiosk: sa.Row[Any]) -> list[int]:
    """The kiosk, what it was cloned from, and its clones: they may hold the same takes."""
    root = kiosk.cloned_from or kiosk.number
    same = sa.or_(_KIOSK.number == root, _KIOSK.cloned_from == root)
    return list(connection.execute(sa.select(_KIOSK.number).where(same)).scalars())
