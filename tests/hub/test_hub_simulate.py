"""`kiosk-hub simulate`: exactly so many answers, marked, and left out of what pages show of real visitors."""

import json
from random import Random

import sqlalchemy as sa

from kiosk.core.events import ORIGINS
from kiosk.hub.hub import Hub
from kiosk.hub.simulating import Filling
from kiosk.hub.store import rollup_tables, tables, tailing
from kiosk.rehearsal.simulated_town import play_town
from tests.hub.town_help import roll_all


def test_exactly_so_many_and_all_marked(hub: Hub) -> None:
    town = play_town(Random(1), hub.clock.utc_ms())
    for _ in range(2):
        done = Filling(hub, town, 3, 7, Random(2)).add(501, lambda _done: None)
        assert done.answers == 501
    roll_all(hub)
    event, origin = tables.event.c, ORIGINS.index("simulated")
    answered = sa.select(tables.kind.c.number).where(tables.kind.c.name == "item_answered").scalar_subquery()
    with hub.database.read() as connection:
        count = sa.select(sa.func.count()).select_from(tables.event)
        assert connection.execute(count.where(event.kind == answered)).scalar() == 1_002
        assert connection.execute(count.where(event.origin != origin)).scalar() == 0
        assert connection.execute(sa.select(sa.func.count()).select_from(tables.base)).scalar() == 3
        assert connection.execute(sa.select(sa.func.count()).select_from(tables.kiosk)).scalar() == 14
        arrived = tailing.arrived(connection, 0, 100)
        assert [one.arrival for one in arrived] == list(range(1, 15))
        rows = connection.execute(sa.select(rollup_tables.base_day).where(rollup_tables.base_day.c.base == 0)).all()
        assert sum(row.answers for row in rows) == 1_002
        assert {row.origin for row in rows} == {origin}
        body = connection.execute(sa.select(event.dictionary, event.body).where(event.kind == answered).limit(1)).one()
        assert json.loads(hub.bodies.unpack(*body))["station"] == "anti_fraud"
