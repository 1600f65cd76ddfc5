"""The batch on the wire: what goes in comes out, and it is small."""

import json
from random import Random

import pytest

from kiosk.commands.simulate import simulate
from kiosk.core.clock import SystemClock
from kiosk.core.words import say
from kiosk.hub.batches import read, sort
from kiosk.hub.routes.wired import STATUS
from kiosk.store import Store
from kiosk.sync import marks, wire
from kiosk.sync.wire import Row, Sender

SENDER = Sender("k0123456789ab", "holder", "machine")
BYTES_AN_EVENT = 60


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    """What visits leave, through the real rules."""
    home = tmp_path_factory.mktemp("home")
    simulate(home, 1_500, 7, lambda done: None)
    store = Store.open(home, SystemClock(), housekeeping_after_s=None)
    with store.read() as connection:
        found = marks.rows(connection, 0, 100_000)
    store.close()
    return found


def test_what_goes_in_comes_out(journal: list[Row]) -> None:
    for start in range(0, len(journal), 500):
        some = journal[start : start + 500]
        facts, bad = sort(read(wire.batch(SENDER, "", 1, some, {}, wire.VERSION)))
        assert bad == []
        sent = [(row.id, row.epoch, row.seq, row.visit, *row[5:10], row.body.encode()) for row in some]
        assert [tuple(fact) for fact in facts] == sent


def test_small(journal: list[Row]) -> None:
    for size in (50, 500):
        batches = [journal[start : start + size] for start in range(0, len(journal), size)]
        travel = sum(len(wire.pack(wire.batch(SENDER, "t", 1, some, {}, 1))) for some in batches)
        assert travel / len(journal) < BYTES_AN_EVENT, f"batches of {size}: {travel / len(journal):.1f} bytes an event"


def test_odd_rows_travel_whole() -> None:
    """Ids that do not begin with their time, visits that are no UUID, none at all, bodies that are torn."""
    chance = Random(5)
    odd = [
        Row(1, b"e" * 8, 1, chance.randbytes(16), "手工", 0, 5, 6, "x", 1, "{}"),
        Row(2, b"f" * 8, 9, chance.randbytes(16), None, 2, 1, 0, "x", 2, '{"a":'),
    ]
    told = json.loads(wire.batch(SENDER, "", 1, odd, {"free_mb": 3}, 1))
    assert told["visits"] == ["!手工"]
    assert told["events"][1][8] == '{"a":', "as a string"
    assert [wire.whole_id(event[2], told["utc"] + event[5]) for event in told["events"]] == [row.id for row in odd]


def test_every_status_has_its_sentence() -> None:
    assert all(say(code, language) for code in STATUS for language in ("zh", "en"))
