"""Persons and the audit log, as far as they are in sight."""

from typing import Any

import sqlalchemy as sa

from kiosk.hub.people.scope import Scope
from kiosk.hub.store import tables
from kiosk.hub.store.people_tables import audit, person, place

_PERSON, _AUDIT = person.c, audit.c


def persons(connection: sa.Connection, scope: Scope) -> list[sa.Row[Any]]:
    """People in sight: of one's own base, of one's district and its bases, or everybody."""
    query = (
        sa.select(person, tables.base.c.name.label("base_name"))
        .select_from(person.outerjoin(tables.base, _PERSON.base == tables.base.c.number))
        .where(within(scope))
    )
    return list(connection.execute(query.order_by(_PERSON.closed_ms.is_not(None), _PERSON.name)))


def in_sight(connection: sa.Connection, scope: Scope, number: int) -> sa.Row[Any] | None:
    """One of them."""
    return connection.execute(sa.select(person).where(_PERSON.number == number, within(scope))).first()


def within(scope: Scope) -> sa.ColumnElement[bool]:
    """The condition that a person is in sight."""
    if scope.whole:
        return sa.true()
    mine = sa.and_(_PERSON.base.is_not(None), scope.has(_PERSON.base))
    return mine | (_PERSON.district == scope.district) if scope.district else mine


def acts(connection: sa.Connection, scope: Scope, start: int, most: int, who: str = "") -> list[sa.Row[Any]]:
    """Entries of the audit log that concern a base in sight; all of them for who sees the whole. Newest first."""
    query = sa.select(audit).order_by(_AUDIT.number.desc()).offset(start).limit(most)
    if not scope.whole:
        query = query.where(_AUDIT.base.is_not(None), scope.has(_AUDIT.base))
    if who:
        query = query.where(_AUDIT.who == who)
    return list(connection.execute(query))


def bases(connection: sa.Connection, scope: Scope) -> list[tuple[int, str]]:
    """Numbers and names of the bases in sight."""
    base = tables.base.c
    query = sa.select(base.number, base.name).where(scope.has(base.number)).order_by(base.name)
    return [(row.number, row.name) for row in connection.execute(query)]


def districts(connection: sa.Connection) -> list[str]:
    """The names of the districts that bases are in."""
    return list(connection.execute(sa.select(place.c.district).distinct().order_by(place.c.district)).scalars())
