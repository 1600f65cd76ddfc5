"""A hub that speaks for its kiosks: which kiosks a regional hub may send events of, and under which bases they go.

To this hub a regional one is a kiosk, let in by a code for hubs: no other credential speaks for anybody. It says of
which kiosks it will send batches; those are entered with `relay`, at a base called after the region and the base there.
A kiosk that is let in here by itself is never spoken for.
"""

from collections.abc import Sequence

import sqlalchemy as sa

from kiosk.core.errors import KioskError
from kiosk.hub.hub import Hub
from kiosk.hub.store import tables
from kiosk.hub.store.inserting import insert_or_ignore

_KIOSK, _BASE, _CREDENTIAL = tables.kiosk.c, tables.base.c, tables.credential.c
BETWEEN = " · "


def declare(hub: Hub, relay: int, kiosks: Sequence[tuple[str, str, str]]) -> list[str]:
    """Enter `kiosks` (id, base there, name) as spoken for by the hub, number `relay`; those that are not its to.

    Raises KioskError `sync.not_a_hub`.
    """
    now = hub.clock.utc_ms()
    refused = []
    with hub.database.write() as connection:
        _check(connection, relay)
        region = _base_name(connection, relay)
        for id, base, name in kiosks:
            found = connection.execute(sa.select(_KIOSK.number, _KIOSK.relay).where(_KIOSK.id == id)).first()
            if found is not None and found.relay != relay:
                refused.append(id)
                continue
            number = _base(connection, f"{region}{BETWEEN}{base}", now)
            if found is None:
                made = {"id": id, "base": number, "name": name, "made_ms": now, "relay": relay}
                connection.execute(tables.kiosk.insert().values(made))
            else:
                moved = tables.kiosk.update().where(_KIOSK.number == found.number)
                connection.execute(moved.values(base=number, name=name))
    return refused


def sender(hub: Hub, asking: int, named: str) -> int:
    """Whose events a batch holds that the kiosk number `asking` sends in the name of the kiosk `named`.

    Raises KioskError `sync.not_a_hub` when it may speak for that one no more.
    """
    with hub.database.read() as connection:
        query = sa.select(_KIOSK.number).where(_KIOSK.id == named, _KIOSK.relay == asking)
        found = connection.execute(query).scalar()
        if found is None:
            return asking
        _check(connection, asking)
    return int(found)


def _check(connection: sa.Connection, asking: int) -> None:
    mine = sa.select(_CREDENTIAL.hash).where(_CREDENTIAL.kiosk == asking, _CREDENTIAL.revoked_ms.is_(None))
    if connection.execute(mine.where(_CREDENTIAL.relays == 1)).first() is None:
        raise KioskError("sync.not_a_hub")


def _base_name(connection: sa.Connection, kiosk: int) -> str:
    query = sa.select(_BASE.name).join_from(tables.kiosk, tables.base, _KIOSK.base == _BASE.number)
    return str(connection.execute(query.where(_KIOSK.number == kiosk)).scalar_one())


def _base(connection: sa.Connection, name: str, now: int) -> int:
    insert_or_ignore(connection, tables.base, [{"name": name, "made_ms": now}])
    return int(connection.execute(sa.select(_BASE.number).where(_BASE.name == name)).scalar_one())
