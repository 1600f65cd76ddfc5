"""Consents, erasures and what children took home."""

from typing import Any

import sqlalchemy as sa

from kiosk.hub.people.scope import Scope
from kiosk.hub.queries.period import Period
from kiosk.hub.store import rollup_tables as kept
from kiosk.hub.store import tables
from kiosk.hub.store.down_tables import recording
from kiosk.hub.store.people_tables import take_home_withdrawn

_ERASURE = tables.erasure.c


def acts(connection: sa.Connection, scope: Scope, period: Period) -> dict[str, int]:
    """How often each act of `act_day` happened in sight."""
    table = kept.act_day.c
    query = (
        sa.select(table.act, sa.func.sum(table.times))
        .where(scope.has(table.base), table.day.between(*period.days), table.origin == period.origin)
        .group_by(table.act)
    )
    return {row[0]: int(row[1]) for row in connection.execute(query)}


def erasures(connection: sa.Connection, scope: Scope, start: int, most: int) -> list[sa.Row[Any]]:
    """Erasures in sight, newest first, with `base_name` and `kiosk_id`."""
    return list(connection.execute(_erasures(scope).order_by(_ERASURE.utc_ms.desc()).offset(start).limit(most)))


def erasure(connection: sa.Connection, scope: Scope, id: str) -> sa.Row[Any] | None:
    """One of them."""
    return connection.execute(_erasures(scope).where(_ERASURE.id == id)).first()


def _erasures(scope: Scope) -> sa.Select[Any]:
    return (
        sa.select(tables.erasure, tables.base.c.name.label("base_name"), tables.kiosk.c.id.label("kiosk_id"))
        .select_from(
            tables.erasure.join(tables.base, _ERASURE.base == tables.base.c.number).outerjoin(
                tables.kiosk, _ERASURE.kiosk == tables.kiosk.c.number
            )
        )
        .where(scope.has(_ERASURE.base))
    )


def cards(connection: sa.Connection, scope: Scope, since_ms: int) -> int:
    """Take-home pages in sight that show something: of cards given and works released since then, not withdrawn."""
    card, work, gone = kept.take_home.c, recording.c, take_home_withdrawn.c
    given = sa.select(sa.func.count()).select_from(kept.take_home).where(
        scope.has(card.base), card.utc_ms >= since_ms, ~sa.exists().where(gone.token_hash == card.token_hash)
    )  # fmt: skip
    heard = sa.select(sa.func.count()).select_from(recording).where(
        scope.has(work.base), work.page != "", work.review == "released", work.reviewed_ms >= since_ms,
        work.erased_ms.is_(None), ~sa.exists().where(gone.token_hash == work.page),
    )  # fmt: skip
    return int(connection.execute(given).scalar_one()) + int(connection.execute(heard).scalar_one())


def withdraw_cards(connection: sa.Connection, scope: Scope, base: int, start: int, end: int, now: int) -> int:
    """Withdraw the pages that a base in sight gave out from `start` to `end` (ms, excluded); how many."""
    card, work, gone = kept.take_home.c, recording.c, take_home_withdrawn.c
    count = 0
    for token, whose, utc_ms in ((card.token_hash, card.base, card.utc_ms), (work.page, work.base, work.made_ms)):
        mine = sa.select(token, sa.literal(now)).distinct().where(
            scope.has(whose), whose == base, utc_ms >= start, utc_ms < end, token != "",
            ~sa.exists().where(gone.token_hash == token),
        )  # fmt: skip
        withdrawn = take_home_withdrawn.insert().from_select(["token_hash", "utc_ms"], mine)
        count += connection.execute(withdrawn).rowcount
    return count
