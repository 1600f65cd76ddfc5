"""What the screens ask: today's lanterns and totals by station, of visitors only."""

from datetime import datetime, timedelta

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.core.events import LanternLit, Origin, StationFinished
from kiosk.core.ids import uuid7
from kiosk.core.visit import Visit
from kiosk.store import queries
from tests.store.store_help import OpenStore, answer

NOON = int(datetime(2026, 11, 20, 12).timestamp() * 1000)
HOUR = 3_600_000


@pytest.fixture
def clock() -> SteppedClock:
    """Noon of a local day."""
    return SteppedClock(NOON)


def visit(origin: Origin = "visitor") -> Visit:
    """A visit of that origin."""
    return Visit(uuid7(NOON), origin)


def test_lanterns_of_the_local_day_are_counted(open_store: OpenStore, clock: SteppedClock) -> None:
    store = open_store()
    clock.utc = NOON - 13 * HOUR
    store.append(LanternLit("anti_fraud", "late last night"), visit())
    clock.utc = NOON - 12 * HOUR
    store.append(LanternLit("anti_fraud", "at midnight"), visit())
    clock.utc = NOON + 12 * HOUR - 1
    store.append(LanternLit("pledge", "last thing"), visit())
    store.append(answer(), visit())
    clock.utc = NOON + 12 * HOUR
    store.append(LanternLit("pledge", "tomorrow"), visit())
    clock.utc = NOON
    store.append(LanternLit("pledge", "a program"), visit("simulated"))
    store.append(LanternLit("pledge", "a rehearsal"), visit("rehearsal"))
    store.flush(5)
    with store.read() as connection:
        assert queries.lanterns_today(connection, NOON) == 2
        day = queries.local_day(NOON)
        assert queries.lanterns(connection, *day) == {"anti_fraud": 1, "pledge": 1}
        assert queries.lanterns(connection, *day, ("simulated", "rehearsal")) == {"pledge": 2}


def test_runs_are_summed_by_station(open_store: OpenStore) -> None:
    store = open_store()
    for right, completed in ((3, True), (5, True), (1, False)):
        store.append(StationFinished("anti_fraud", "game_skin", 6, right, 2, completed), visit())
    store.append(StationFinished("pledge", "", 0, 0, 1, True), visit("simulated"))
    store.flush(5)
    with store.read() as connection:
        assert queries.station_totals(connection, NOON, NOON + 1) == {
            "anti_fraud": queries.StationTotal(runs=2, answered=12, right=8)
        }
        assert queries.station_totals(connection, NOON + 1, NOON + 2) == {}
        assert queries.station_totals(connection, 0, NOON + 1, ["simulated"])["pledge"].runs == 1


def test_a_local_day_lasts_from_midnight_to_midnight() -> None:
    start, end = queries.local_day(NOON)
    assert datetime.fromtimestamp(start / 1000) == datetime(2026, 11, 20)
    assert datetime.fromtimestamp(end / 1000) == datetime(2026, 11, 20) + timedelta(days=1)
    assert queries.local_day(start) == queries.local_day(end - 1) == (start, end)
