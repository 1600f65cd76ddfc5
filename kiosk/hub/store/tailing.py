"""Walking all events in the order in which they were committed, by a cursor that never skips one.

Ids and batch numbers are given out before the commit, so that with several workers a later one may be seen first.
`batch.arrival` is given out last, under the lock of the hub's row, and therefore in the order of the commits.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from kiosk.hub.store import tables

_BATCH, _EVENT = tables.batch.c, tables.event.c


@dataclass(frozen=True, slots=True)
class Arrived:
    """A batch that brought new events: place in the order of commits, number, lowest and highest id, how many."""

    arrival: int
    number: int
    first_id: bytes
    last_id: bytes
    events: int


def arrived(connection: sa.Connection, after: int, most: int) -> list[Arrived]:
    """Up to `most` batches that came after the arrival `after`, oldest first."""
    columns = sa.select(_BATCH.arrival, _BATCH.number, _BATCH.first_id, _BATCH.last_id, _BATCH.events)
    found = connection.execute(
        columns.where(_BATCH.arrival > after, _BATCH.events > 0).order_by(_BATCH.arrival).limit(most)
    )
    return [Arrived(*row) for row in found]


def events_of(batches: Sequence[Arrived]) -> sa.Select[Any]:
    """The query for the events of `batches` (at least one); the range of ids lets PostgreSQL leave partitions out."""
    first, last = min(one.first_id for one in batches), max(one.last_id for one in batches)
    return sa.select(tables.event).where(
        _EVENT.batch.in_([one.number for one in batches]), _EVENT.id.between(first, last)
    )
