"""Who looks at the hub when its pages are measured: one person of every role, each with places of their own."""

from contextlib import suppress
from dataclasses import dataclass, replace

import sqlalchemy as sa

from kiosk.core.errors import KioskError
from kiosk.core.events import ORIGINS
from kiosk.hub.hub import Hub
from kiosk.hub.people import persons
from kiosk.hub.people.persons import New
from kiosk.hub.people.sessions import Sessions
from kiosk.hub.store import people_tables, rollup_tables, tables
from kiosk.hub.store.inserting import insert_or_ignore

DISTRICTS = 16
_DISTRICT = "district {}"
_PEOPLE = (
    New("bench.city", "region"),
    New("bench.district", "region", district=_DISTRICT.format(1)),
    New("bench.admin", "base_admin", base=0),
    New("bench.teacher", "teacher", base=0),
    New("bench.auditor", "auditor"),
)
"""The base 0 stands for the busiest."""
_RELEASE = {
    "pack": "bench", "version": "1", "title": "bench", "hash": "bench", "sha256": "bench", "bytes": 1, "made_ms": 1,
}  # fmt: skip
_SIMULATED = ORIGINS.index("simulated")


@dataclass(frozen=True, slots=True)
class Looking:
    """Somebody who is logged in by `cookie`."""

    name: str
    cookie: str


@dataclass(frozen=True, slots=True)
class Ground:
    """Who looks, what stands for the names in routes, and how many events the hub holds."""

    people: list[Looking]
    places: dict[str, str]
    events: int


def ground(hub: Hub) -> Ground:
    """Make what is not there yet, and tell it."""
    _spread(hub)
    places = _places(hub)
    people = [Looking(new.name.removeprefix("bench."), _cookie(hub, new, int(places["base"]))) for new in _PEOPLE]
    with hub.database.read() as connection:
        events = connection.execute(sa.select(sa.func.sum(tables.batch.c.events))).scalar()
    return Ground(people, places, int(events or 0))


def _spread(hub: Hub) -> None:
    """Have the bases lie in districts."""
    with hub.database.write() as connection:
        numbers = connection.execute(sa.select(tables.base.c.number)).scalars().all()
        rows = [{"base": one, "district": _DISTRICT.format(one % DISTRICTS)} for one in numbers]
        insert_or_ignore(connection, people_tables.place, rows)


def _places(hub: Hub) -> dict[str, str]:
    """The busiest base, its busiest kiosk, the most answered item, a release for everybody, an erasure."""
    kiosk_day, item = rollup_tables.visit_day, rollup_tables.item_figure
    busy = sa.select(kiosk_day.c.base, kiosk_day.c.kiosk).group_by(kiosk_day.c.base, kiosk_day.c.kiosk)
    known = sa.select(item.c.item_hash).where(item.c.origin == _SIMULATED).order_by(item.c.answers.desc())
    with hub.database.write() as connection:
        base, kiosk = connection.execute(busy.order_by(sa.func.sum(kiosk_day.c.answers).desc()).limit(1)).one()
        hash = connection.execute(known.limit(1)).scalar_one()
        insert_or_ignore(connection, tables.pack_release, [_RELEASE])
        release = connection.execute(sa.select(tables.pack_release.c.number).limit(1)).scalar_one()
        receipt = {"id": "bench", "base": base, "kiosk": kiosk, "utc_ms": 1, "why": "bench", "subjects": "[]"}
        insert_or_ignore(connection, tables.erasure, [receipt])
    told = {"base": base, "kiosk": kiosk, "hash": hash, "release": release, "id": "bench", "token": "0" * 22, "take": 1}
    return {name: str(value) for name, value in told.items()}


def _cookie(hub: Hub, new: New, base: int) -> str:
    """A session of `new`, who is made unless there."""
    with suppress(KioskError):
        persons.add(hub, replace(new, base=base if new.base is not None else None))
    with hub.database.read() as connection:
        number = persons.by_name(connection, new.name)
    return Sessions(hub).open(number, "")
