"""Insert what is not there yet, on both databases."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from kiosk.hub.store import tables

Values = tuple[Any, ...]
"""An event as plain values, in the order of the columns of `tables.event`; the id as its 16 bytes."""
_COLUMNS = ", ".join(column.name for column in tables.event.c)
_OTHERS = list(tables.event.c)[1:]
_KINDS = ("bigint" if isinstance(one.type, sa.Integer) else "bytea" for one in _OTHERS)
_FROM_LISTS = (
    f"INSERT INTO event ({_COLUMNS}) SELECT * FROM unnest(%s::uuid[], "
    + ", ".join(f"%b::{kind}[]" for kind in _KINDS)
    + ") ON CONFLICT DO NOTHING"
)
_HELD = "SELECT uuid_send(id) FROM event WHERE id = ANY(%s::uuid[]) AND id BETWEEN %s::uuid AND %s::uuid"


def insert_or_ignore(connection: sa.Connection, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert `rows` into `table`, leaving those that meet a row with the same key."""
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        connection.execute(postgresql.insert(table).on_conflict_do_nothing(), rows)
    else:
        connection.execute(sqlite.insert(table).on_conflict_do_nothing(), rows)


def insert_events(connection: sa.Connection, rows: Sequence[Values]) -> None:
    """Insert events, leaving those that are there. By the driver itself: thousands at once are most of a hub's work."""
    if connection.dialect.name != "postgresql":
        marks = ", ".join("?" * len(tables.event.c))
        connection.exec_driver_sql(f"INSERT OR IGNORE INTO event ({_COLUMNS}) VALUES ({marks})", list(rows))
        return
    # One statement with a list a column: a statement a row costs both sides three times as much.
    ids, *others = (list(column) for column in zip(*rows, strict=True))
    connection.exec_driver_sql(_FROM_LISTS, ([id.hex() for id in ids], *others))


def held_ids(connection: sa.Connection, ids: Sequence[bytes]) -> set[bytes]:
    """Those of `ids` (at least one) that are events' already."""
    if connection.dialect.name != "postgresql":
        known = tables.event.c.id
        return set(connection.execute(sa.select(known).where(known.in_(ids))).scalars())
    # The range lets the server leave partitions out.
    bounds = min(ids).hex(), max(ids).hex()
    found = connection.exec_driver_sql(_HELD, ([id.hex() for id in ids], *bounds))
    return {bytes(row[0]) for row in found}
