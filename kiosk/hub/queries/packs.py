"""Releases of packs and which kiosks shall have them."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from kiosk.hub.people.scope import Scope
from kiosk.hub.store import tables

_RELEASE, _STAGE, _KIOSK = tables.pack_release.c, tables.pack_stage.c, tables.kiosk.c
_WHOLE = tables.pack_base.c


def releases(connection: sa.Connection, scope: Scope) -> list[sa.Row[Any]]:
    """Releases of bases in sight and those for everybody, newest first; `staged`, `fetched` count kiosks in sight."""
    staged = sa.select(
        _STAGE.release, sa.func.count().label("staged"), sa.func.count(_STAGE.fetched_ms).label("fetched")
    ).join(tables.kiosk, _STAGE.kiosk == _KIOSK.number)
    counts = staged.where(scope.has(_KIOSK.base)).group_by(_STAGE.release).subquery()
    query = sa.select(
        tables.pack_release,
        sa.func.coalesce(counts.c.staged, 0).label("staged"),
        sa.func.coalesce(counts.c.fetched, 0).label("fetched"),
    ).outerjoin(counts, counts.c.release == _RELEASE.number)
    return list(connection.execute(query.where(_seen(scope)).order_by(_RELEASE.made_ms.desc(), _RELEASE.number.desc())))


def release(connection: sa.Connection, scope: Scope, number: int) -> sa.Row[Any] | None:
    """One of them."""
    return connection.execute(sa.select(tables.pack_release).where(_RELEASE.number == number, _seen(scope))).first()


def is_own(scope: Scope, row: sa.Row[Any]) -> bool:
    """Whether whoever has `scope` may withdraw the release: a base its own, the whole everybody's."""
    return scope.whole if row.base is None else scope.base in (None, row.base)


def kiosks(connection: sa.Connection, scope: Scope, row: sa.Row[Any]) -> list[sa.Row[Any]]:
    """Kiosks in sight that may have the release, with the number of what they shall have of that pack now."""
    query = (
        sa.select(_KIOSK.number, _KIOSK.id, _KIOSK.name, tables.base.c.name.label("base_name"), _STAGE.release)
        .select_from(
            tables.kiosk.join(tables.base, _KIOSK.base == tables.base.c.number).outerjoin(
                tables.pack_stage, sa.and_(_STAGE.kiosk == _KIOSK.number, _STAGE.pack == row.pack)
            )
        )
        .where(scope.has(_KIOSK.base))
    )
    if row.base is not None:
        query = query.where(_KIOSK.base == row.base)
    return list(connection.execute(query.order_by(tables.base.c.name, _KIOSK.id)))


def stage(connection: sa.Connection, row: sa.Row[Any], numbers: Sequence[int], now: int) -> int:
    """Have these kiosks get the release at their next sync; how many did not have it yet."""
    changed = 0
    for number in numbers:
        key = (_STAGE.kiosk == number, _STAGE.pack == row.pack)
        before = connection.execute(sa.select(_STAGE.release).where(*key)).first()
        told = {"release": row.number, "staged_ms": now, "fetched_ms": None}
        if before is None:
            connection.execute(tables.pack_stage.insert().values(kiosk=number, pack=row.pack, **told))
        elif before.release != row.number:
            connection.execute(tables.pack_stage.update().where(*key).values(before=before.release, **told))
        else:
            continue
        changed += 1
    return changed


def stage_bases(connection: sa.Connection, row: sa.Row[Any], bases: Sequence[int], now: int) -> int:
    """Have all kiosks of these bases get the release, those too that are let in later; how many did not have it yet."""
    for base in bases:
        key = (_WHOLE.base == base, _WHOLE.pack == row.pack)
        before = connection.execute(sa.select(_WHOLE.release).where(*key)).first()
        if before is None:
            connection.execute(tables.pack_base.insert().values(base=base, pack=row.pack, release=row.number))
        elif before.release != row.number:
            changed = tables.pack_base.update().where(*key)
            connection.execute(changed.values(release=row.number, before=before.release))
    numbers = connection.execute(sa.select(_KIOSK.number).where(_KIOSK.base.in_(bases))).scalars().all()
    return stage(connection, row, numbers, now)


def bases(connection: sa.Connection, scope: Scope, row: sa.Row[Any]) -> list[sa.Row[Any]]:
    """Bases in sight that may have the release: number, name, and whether the whole base has it (`given`)."""
    base = tables.base.c
    query = (
        sa.select(base.number, base.name, (_WHOLE.release == row.number).label("given"))
        .select_from(
            tables.base.outerjoin(tables.pack_base, sa.and_(_WHOLE.base == base.number, _WHOLE.pack == row.pack))
        )
        .where(scope.has(base.number))
    )
    if row.base is not None:
        query = query.where(base.number == row.base)
    return list(connection.execute(query.order_by(base.name)))


def back(connection: sa.Connection, scope: Scope, row: sa.Row[Any], now: int) -> int:
    """Give kiosks in sight that shall have the release what they had before it, or nothing; how many."""
    whole = tables.pack_base.update().where(_WHOLE.release == row.number, scope.has(_WHOLE.base))
    connection.execute(whole.values(release=_WHOLE.before, before=None))
    mine = sa.select(_KIOSK.number).where(scope.has(_KIOSK.base))
    query = tables.pack_stage.update().where(_STAGE.release == row.number, _STAGE.kiosk.in_(mine))
    return connection.execute(query.values(release=_STAGE.before, before=None, staged_ms=now, fetched_ms=None)).rowcount


def _seen(scope: Scope) -> sa.ColumnElement[bool]:
    return _RELEASE.base.is_(None) | scope.has(_RELEASE.base)
