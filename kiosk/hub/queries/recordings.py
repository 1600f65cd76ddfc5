"""Recordings that bases let go out, for the second review."""

from typing import Any

import sqlalchemy as sa

from kiosk.hub.people.scope import Scope
from kiosk.hub.store import tables
from kiosk.hub.store.down_tables import recording

_TAKE = recording.c


def recordings(connection: sa.Connection, scope: Scope, review: str, start: int, most: int) -> list[sa.Row[Any]]:
    """Whole recordings in sight with that `review` (empty: they wait), the longest waiting first, with `base_name`."""
    query = _all(scope).where(_TAKE.review == review, _TAKE.whole_ms.is_not(None), _TAKE.erased_ms.is_(None))
    return list(connection.execute(query.order_by(_TAKE.whole_ms).offset(start).limit(most)))


def recording_of(connection: sa.Connection, scope: Scope, number: int) -> sa.Row[Any] | None:
    """One of them."""
    query = _all(scope).where(_TAKE.number == number, _TAKE.whole_ms.is_not(None), _TAKE.erased_ms.is_(None))
    return connection.execute(query).first()


def review(connection: sa.Connection, number: int, verdict: str, now: int) -> None:
    """Keep what was decided."""
    connection.execute(recording.update().where(_TAKE.number == number).values(review=verdict, reviewed_ms=now))


def _all(scope: Scope) -> sa.Select[Any]:
    query = sa.select(recording, tables.base.c.name.label("base_name"))
    return query.join(tables.base, _TAKE.base == tables.base.c.number).where(scope.has(_TAKE.base))
