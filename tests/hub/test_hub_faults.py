"""The network does its worst between two real processes; afterwards all is at the hub, and all of it once."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random

import pytest

from kiosk.core.clock import SystemClock
from kiosk.core.errors import KioskError
from kiosk.sync import delivery, link, post, wire
from kiosk.sync.client import Client
from tests.hub.conftest import MakeKiosk
from tests.hub.hub_help import PushingKiosk, Served, free_port, healed, same_at_both_ends
from tests.hub.proxy_help import Weather, network, requests_of, say_raw

ROUNDS = 60
"""More tries than any of these networks needs."""


@pytest.fixture
def kiosk(shared: Served, pushing: MakeKiosk) -> PushingKiosk:
    """A kiosk that is let in."""
    made = pushing("kiosk")
    made.enrol(shared.url, shared.code())
    return made


def by_way_of(kiosk: PushingKiosk, served: Served, port: int) -> None:
    """Have it reach the hub through `port`."""
    tie = link.read(kiosk.home)
    assert tie is not None
    link.write(kiosk.home, replace(tie, url=served.url.replace(f":{served.port}", f":{port}")))


def deliver_at_last(kiosk: PushingKiosk) -> list[str]:
    """Try until all is delivered, as the courier does; what went wrong on the way."""
    troubles: list[str] = []
    while len(troubles) < ROUNDS:
        try:
            kiosk.post.deliver()
            return troubles
        except KioskError as error:
            troubles.append(error.code)
    raise AssertionError(f"never delivered: {troubles}")


def test_cut_at_any_byte(shared: Served, kiosk: PushingKiosk) -> None:
    """In the greeting, in a batch, in an answer whose batch is in already: twenty times, then the network holds."""
    chance = Random(20261120)
    cuts = [
        Weather(cut_up=chance.randrange(20_000)) if turn % 2 else Weather(cut_down=chance.randrange(6_000))
        for turn in range(20)
    ]
    with network(shared.port, lambda: cuts.pop() if cuts else Weather()) as between:
        by_way_of(kiosk, shared, between.port)
        while cuts:
            kiosk.record(200)
            assert set(deliver_at_last(kiosk)) <= {"sync.cut", "sync.timeout", "sync.not_tls"}
        same_at_both_ends([kiosk], shared)
    assert healed(kiosk.store) == [], "a cut is no set-back"


def test_half_open(shared: Served, kiosk: PushingKiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hub's answers stop coming at some byte, and nobody hangs up."""
    monkeypatch.setattr(post, "Client", partial(Client, timeout_s=0.5))
    chance = Random(3)
    silences = [Weather(hush_down=chance.randrange(4_000)) for _ in range(6)]
    with network(shared.port, lambda: silences.pop() if silences else Weather()) as between:
        by_way_of(kiosk, shared, between.port)
        while silences:
            kiosk.record(100)
            assert set(deliver_at_last(kiosk)) <= {"sync.timeout"}
        same_at_both_ends([kiosk], shared)
    assert healed(kiosk.store) == []


def test_two_seconds_away_and_one_segment_in_twenty_lost(shared: Served, kiosk: PushingKiosk) -> None:
    with network(shared.port, lambda: Weather(delay_s=1.0, loss=0.05)) as between:
        by_way_of(kiosk, shared, between.port)
        kiosk.record(delivery.FIRST_EVENTS + 50)
        assert deliver_at_last(kiosk) == [], "slow is no failure"
        assert len(between.heard) == 1, "one connection for all of it: each more would cost four seconds"
        by_way_of(kiosk, shared, shared.port)
    same_at_both_ends([kiosk], shared)


@pytest.fixture
def plain(database: str, tmp_path: Path) -> Iterator[Served]:
    """A hub whose words can be overheard."""
    made = Served(tmp_path / "plain", database, free_port(), arguments=("--tls", "off")).start()
    yield made
    made.stop()


def test_all_that_was_said_again_in_any_order(
    plain: Served, pushing: MakeKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Requests that come late, twice and in another order: days of replay change nothing, and nobody is alarmed."""
    monkeypatch.setattr(delivery, "FIRST_EVENTS", 40)
    monkeypatch.setattr(wire, "MOST_EVENTS", 40)
    kiosk = pushing("kiosk")
    kiosk.enrol(plain.url, plain.code())
    with network(plain.port, Weather) as between:
        by_way_of(kiosk, plain, between.port)
        for _ in range(4):
            kiosk.record(150)
            kiosk.post.deliver()
        kiosk.post.close()
        said = [request for one in between.heard for request in requests_of(bytes(one))]
    assert len(said) >= 16
    by_way_of(kiosk, plain, plain.port)
    before = plain.held()
    for request in Random(7).sample(said * 3, len(said) * 3):
        assert say_raw(plain.port, request).startswith(b"HTTP/1.1 200")
    assert plain.held() == before
    kiosk.record(5)
    same_at_both_ends([kiosk], plain)
    assert healed(kiosk.store) == []


def test_a_kiosk_older_than_its_hub(database: str, tmp_path: Path, pushing: MakeKiosk) -> None:
    """A hub of the next version still reads this one, until it says that it does not; then nothing is lost either."""
    hub = Served(tmp_path / "hub", database, free_port(), first="from kiosk.sync import wire; wire.VERSION += 1")
    kiosk = pushing("kiosk")
    hub.start()
    kiosk.enrol(hub.url, hub.code())
    kiosk.record(20)
    same_at_both_ends([kiosk], hub)
    hub.stop()
    hub.first += "; wire.OLDEST += 1"
    hub.start()
    kiosk.record(5)
    with pytest.raises(KioskError, match=r"sync\.version"):
        kiosk.post.deliver()
    hub.stop()
    hub.first = ""
    hub.start()
    same_at_both_ends([kiosk], hub)
    hub.stop()


class StrayClock(SystemClock):
    """So many days off."""

    days = 0

    def utc_ms(self) -> int:
        return super().utc_ms() + self.days * 86_400_000


@pytest.mark.parametrize("days", [366, -366])
def test_a_clock_a_year_off_and_put_right(shared: Served, pushing: MakeKiosk, days: int) -> None:
    """Ahead or behind, put right between two syncs, and wrong the other way before the last."""
    kiosk, clock = pushing("stray"), StrayClock()
    kiosk.clock, clock.days = clock, days
    kiosk.enrol(shared.url, shared.code())
    for clock.days in (days, 0, -days):
        kiosk.record(20)
        same_at_both_ends([kiosk], shared)
    assert healed(kiosk.store) == []
