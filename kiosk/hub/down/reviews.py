"""What became of recordings at the second review: told to the kiosk that sent them, so that its base knows."""

from collections.abc import Mapping

import sqlalchemy as sa

from kiosk.hub.store.down_tables import recording

_ROW = recording.c


def news(connection: sa.Connection, kiosk: int, known: Mapping[str, str]) -> list[tuple[str, str]]:
    """Take and verdict of each recording of the kiosk about which it does not know that yet; `known` by take."""
    query = sa.select(_ROW.take, _ROW.review).where(
        _ROW.kiosk == kiosk, _ROW.review != "", _ROW.whole_ms.is_not(None), _ROW.erased_ms.is_(None)
    )
    found = {row.take: row.review for row in connection.execute(query.order_by(_ROW.number))}
    return [(take, verdict) for take, verdict in found.items() if known.get(take) != verdict]
