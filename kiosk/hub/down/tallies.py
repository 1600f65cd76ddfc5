"""Ratings of items merged by counts: each kiosk's counts come up, those of all others go down."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from kiosk.hub.store.down_tables import item_tally

Row = tuple[str, int, int, int]
"""Item's hash, band of ability, answers, right ones."""
_TALLY = item_tally.c


def keep(connection: sa.Connection, kiosk: int, rows: Sequence[Row]) -> None:
    """Keep `rows` of a kiosk. A count never falls: a kiosk that was set back knows less than it has told."""
    if not rows:
        return
    given = [
        {"item_hash": item, "kiosk": kiosk, "band": band, "answers": answers, "solved": solved}
        for item, band, answers, solved in rows
    ]
    insert = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(item_tally)
    more = insert.excluded
    connection.execute(
        insert.on_conflict_do_update(
            index_elements=["item_hash", "kiosk", "band"],
            set_={"answers": more.answers, "solved": more.solved},
            where=more.answers > _TALLY.answers,
        ),
        given,
    )


def others(connection: sa.Connection, kiosk: int, items: Sequence[str]) -> list[Row]:
    """What all other kiosks know of `items`, together."""
    total = (sa.func.sum(_TALLY.answers), sa.func.sum(_TALLY.solved))
    query = sa.select(_TALLY.item_hash, _TALLY.band, *total).where(_TALLY.kiosk != kiosk, _TALLY.item_hash.in_(items))
    found = connection.execute(query.group_by(_TALLY.item_hash, _TALLY.band).order_by(_TALLY.item_hash, _TALLY.band))
    return [(item, band, int(answers), int(solved)) for item, band, answers, solved in found]
