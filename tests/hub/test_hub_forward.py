"""A regional hub hands on to a higher hub: two hubs as real processes, killed, set back, counted at both ends."""

import json
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from kiosk.core.errors import KioskError
from kiosk.hub import enrolment, forward, higher, relays
from kiosk.hub.hub import Hub
from kiosk.hub.store import tables
from kiosk.hub.store.down_tables import forwarder
from kiosk.sync import wire
from tests.hub.conftest import MakeKiosk
from tests.hub.hub_help import PushingKiosk, Served, free_port, program, roll_back
from tests.hub.wire_help import Speaker, rows

PATIENCE_S = 60.0


@pytest.fixture
def region(database: str, tmp_path: Path) -> Iterator[Served]:
    """A region's hub, as a process."""
    made = Served(tmp_path / "region", database, free_port()).start()
    yield made
    made.stop()


@pytest.fixture
def city(tmp_path: Path) -> Iterator[Served]:
    """The higher hub, as a process; SQLite."""
    made = Served(tmp_path / "city", "", free_port()).start()
    yield made
    made.stop()


def join(region: Served, city: Served) -> None:
    """By the command, while the region's hub is running."""
    arguments = ("join", city.url, city.code("云山区", relays=True), "--json", "--data", str(region.data))
    out = subprocess.run(program("kiosk.hub.commands", *arguments), capture_output=True, check=True)
    assert json.loads(out.stdout)["base"] == "云山区"


def until(condition: Callable[[], bool], what: str) -> None:
    """Wait for another process; it has nothing else to be waited for by."""
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end, what
        time.sleep(0.1)


def all_there(city: Served, kiosks: list[PushingKiosk]) -> bool:
    return city.held() == sorted(key for kiosk in kiosks for key in kiosk.journal())


def told(region: Served) -> int:
    """How many events the page says were handed on; it is written after the higher hub has answered."""
    with region.opened() as hub, hub.database.read() as connection:
        row = connection.execute(sa.select(forwarder)).one()
    return 0 if row.error else int(row.sent)


def test_everything_goes_on_once_whoever_is_killed(
    region: Served, city: Served, pushing: MakeKiosk, tmp_path: Path
) -> None:
    kiosks = [pushing("one"), pushing("two")]
    for kiosk, base in zip(kiosks, ("石牛山基地", "河口基地"), strict=True):
        kiosk.enrol(region.url, region.code(base))
        kiosk.record(1_200)
        kiosk.post.deliver()
    join(region, city)
    until(lambda: all_there(city, kiosks), "the past goes on, too")
    with city.opened() as hub, hub.database.read() as connection:
        names = set(connection.execute(sa.select(tables.base.c.name)).scalars())
        ids = set(connection.execute(sa.select(tables.kiosk.c.id).where(tables.kiosk.c.relay.is_not(None))).scalars())
    assert names == {"云山区", "云山区 · 石牛山基地", "云山区 · 河口基地"}
    assert ids == {kiosk.store.kiosk for kiosk in kiosks}
    for victim in (region, city, region, city):
        kiosks[0].record(300)
        kiosks[0].post.deliver()
        victim.kill()
        victim.start()
    kiosks[1].record(50)
    kiosks[1].post.deliver()
    until(lambda: all_there(city, kiosks), "after kills of either")
    city.stop()
    shutil.copytree(city.data, tmp_path / "yesterday")
    city.start()
    kiosks[0].record(40)
    kiosks[0].post.deliver()
    until(lambda: all_there(city, kiosks), "and the next day")
    city.stop()
    roll_back(city.data, tmp_path / "yesterday")
    city.start()
    kiosks[1].record(10)
    kiosks[1].post.deliver()
    kiosks[0].record(10)
    kiosks[0].post.deliver()
    until(lambda: all_there(city, kiosks), "a higher hub that was set back is sent everything again")
    until(lambda: told(region) >= 4_000, "what was sent is told to people, too")


def test_only_what_was_let_in_as_a_hub_relays(hub: Hub) -> None:
    """A kiosk's credential speaks for nobody; codes let in the kind that they were made for; taken back, it ends."""
    kiosk, told = Speaker(hub), {"v": 1, "kiosks": [["k555555555555", "河口基地", ""]]}
    refused = kiosk.say(wire.RELAY, told)
    assert (refused.status_code, refused.json()["code"]) == (403, "sync.not_a_hub")
    relay = Speaker(hub, kiosk="k222222222222", machine="machine-2", relays=True)
    assert relay.say(wire.RELAY, told).json() == {"refused": []}
    assert relay.push(rows(3), kiosk="k555555555555")["stored"] == 3
    for of_hub, code in ((True, "sync.code_for_kiosk"), (False, "sync.code_for_hub")):
        secret = enrolment.new_code(hub, "云山区", b"", relays=not of_hub)[0].secret
        applicant = enrolment.Applicant(secret, "k666666666666", b"6" * 32, "b", "m", relays=of_hub)
        with pytest.raises(KioskError, match=code):
            enrolment.enrol(hub, applicant)
    with hub.database.write() as connection:
        number = enrolment.who(connection, relay.credential)
        connection.execute(tables.credential.update().values(relays=0))
    with pytest.raises(KioskError, match="not_a_hub"):
        relays.sender(hub, number, "k555555555555")
    assert relay.post(wire.EVENTS, relay.batch(rows(1, first=4), kiosk="k555555555555")).status_code == 403


def test_nobody_is_spoken_for_who_came_in_by_himself(region: Served, city: Served, pushing: MakeKiosk) -> None:
    kiosk = pushing("one")
    kiosk.enrol(city.url, city.code())
    kiosk.record(3)
    kiosk.post.deliver()
    kiosk.enrol(region.url, region.code())
    kiosk.post.deliver()
    region.stop()
    with region.opened() as hub, city.opened() as above:
        with pytest.raises(KioskError, match="no_higher"):
            forward.forward(hub)
        higher.join(hub, region.data, city.url, city.code("云山区", relays=True))
        with pytest.raises(KioskError, match="relay_refused"):
            forward.forward(hub)
        with above.database.read() as connection:
            query = sa.select(tables.kiosk.c.number).where(tables.kiosk.c.id == higher.id_of(hub))
            number = connection.execute(query).scalar_one()
        assert relays.sender(above, number, kiosk.store.kiosk) == number
        with pytest.raises(KioskError, match="joins_itself"):
            own = Served(city.data, "", city.port)
            higher.join(above, region.data, own.url, own.code("自己", relays=True))
