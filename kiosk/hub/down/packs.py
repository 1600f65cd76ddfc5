"""Which packs a kiosk shall have: what is staged for it and not there yet, or there and to go."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from kiosk.hub.hub import Hub
from kiosk.hub.incidents import note
from kiosk.hub.store import tables
from kiosk.hub.store.inserting import insert_or_ignore

FOLDER = "packs"
_STAGE, _RELEASE, _WHOLE = tables.pack_stage.c, tables.pack_release.c, tables.pack_base.c


def wanted(connection: sa.Connection, kiosk: int, active: Sequence[tuple[str, str]], now: int) -> list[dict[str, Any]]:
    """What is to be done at a kiosk whose active packs are `active` (id, hash); what has arrived is noted.

    What its base was given as a whole before it was let in is given to it first.

    Each has `pack` and, to be fetched, `version`, `hash`, `sha256`, `bytes`; without those the pack is to go.
    """
    _catch_up(connection, kiosk, now)
    query = (
        sa.select(_STAGE.pack, _STAGE.fetched_ms, _RELEASE.version, _RELEASE.hash, _RELEASE.sha256, _RELEASE.bytes)
        .join_from(tables.pack_stage, tables.pack_release, _STAGE.release == _RELEASE.number, isouter=True)
        .where(_STAGE.kiosk == kiosk, _RELEASE.withdrawn_ms.is_(None))
        .order_by(_STAGE.pack)
    )
    there, missing, arrived = dict(active), [], []
    for row in connection.execute(query):
        if there.get(row.pack) == row.hash:
            if row.fetched_ms is None:
                arrived.append(row.pack)
        elif row.hash is None:
            missing.append({"pack": row.pack})
        else:
            names = ("pack", "version", "hash", "sha256", "bytes")
            missing.append({name: row._mapping[name] for name in names})
    if arrived:
        mine = tables.pack_stage.update().where(_STAGE.kiosk == kiosk, _STAGE.pack.in_(arrived))
        connection.execute(mine.values(fetched_ms=now))
    return missing


def _catch_up(connection: sa.Connection, kiosk: int, now: int) -> None:
    """Stage what the kiosk's whole base has, as far as nothing was ever staged of that pack for the kiosk itself."""
    query = (
        sa.select(_WHOLE.pack, _WHOLE.release)
        .join_from(tables.kiosk, tables.pack_base, tables.kiosk.c.base == _WHOLE.base)
        .where(tables.kiosk.c.number == kiosk, _WHOLE.release.is_not(None))
    )
    rows = [{**row._mapping, "kiosk": kiosk, "staged_ms": now} for row in connection.execute(query)]
    insert_or_ignore(connection, tables.pack_stage, rows)


def file_for(hub: Hub, kiosk: int, sha256: str) -> Path | None:
    """The file with that digest, if it is staged for the kiosk; `None`: not for it."""
    query = sa.select(_RELEASE.number).join_from(
        tables.pack_stage, tables.pack_release, _STAGE.release == _RELEASE.number
    )
    with hub.database.read() as connection:
        mine = query.where(_STAGE.kiosk == kiosk, _RELEASE.sha256 == sha256, _RELEASE.withdrawn_ms.is_(None))
        if connection.execute(mine).first() is None:
            return None
    path = hub.data / FOLDER / sha256
    return path if path.is_file() else None


def refused(connection: sa.Connection, kiosk: int, told: Sequence[tuple[str, str]], now: int) -> None:
    """Put what a kiosk would not install (digest, words code) on the list of incidents."""
    for sha256, code in told:
        pack = connection.execute(sa.select(_RELEASE.pack).where(_RELEASE.sha256 == sha256)).scalar()
        if pack:
            note(connection, now, "hub.incident_pack_refused", kiosk, pack=pack, why=code)
