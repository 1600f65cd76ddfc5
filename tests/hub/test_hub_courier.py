"""The courier's thread: sends by itself, waits longer while nothing gets out, and never holds anybody up."""

import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from kiosk.core.clock import SystemClock
from kiosk.core.errors import KioskError
from kiosk.core.lock import HomeLock
from kiosk.staff.health_sync import SKEW_MS
from kiosk.store import Store
from kiosk.sync import courier as courier_module
from kiosk.sync import link, marks, post, status, turn
from kiosk.sync.courier import EVERY_S, FIRST_RETRY_S, LAST_RETRY_S, Courier
from kiosk.sync.link import Link
from tests.hub.conftest import MakeKiosk
from tests.hub.hub_help import PushingKiosk, Served
from tests.store.store_help import wait_for
from tests.sync.strangers import answer, listening, silent


@pytest.fixture
def kiosk(pushing: MakeKiosk) -> PushingKiosk:
    """A kiosk without a hub, with five answers."""
    made = pushing("kiosk")
    made.record(5)
    return made


@pytest.fixture
def courier(kiosk: PushingKiosk) -> Iterator[Courier]:
    made = Courier(kiosk.home, kiosk.store, kiosk.clock, Random(1))
    yield made
    made.close()


def tie(kiosk: PushingKiosk, url: str) -> None:
    """Tie it to whoever is at `url`."""
    link.write(kiosk.home, Link(url, "", "00" * 32, "h0", kiosk.store.kiosk, "基地"))


def test_without_a_hub_it_waits(courier: Courier) -> None:
    assert courier.step() == EVERY_S


def test_it_sends_by_itself_and_on_events(
    shared: Served, kiosk: PushingKiosk, courier: Courier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courier_module, "SOON_S", 0.01)
    kiosk.enrol(shared.url, shared.code())
    courier.start()
    wait_for(lambda: waiting(kiosk) == 0)
    kiosk.record(7)
    courier.soon()
    wait_for(lambda: waiting(kiosk) == 0)
    courier.close()
    assert set(kiosk.journal()) <= set(shared.held())


def waiting(kiosk: PushingKiosk) -> int:
    return status.read(kiosk.home, kiosk.store, 0).waiting


def test_it_waits_longer_and_longer_by_chance(kiosk: PushingKiosk, courier: Courier) -> None:
    with listening(answer("502 Bad Gateway")) as url:
        tie(kiosk, url)
        pauses = [courier.step() for _ in range(12)]
    for times, pause in enumerate(pauses):
        longest = min(LAST_RETRY_S, FIRST_RETRY_S * 2**times)
        assert longest / 2 <= pause <= longest
    found = status.read(kiosk.home, kiosk.store, 0)
    assert (found.error, found.waiting, found.sent, found.success_ms) == ("sync.proxy", 5, 0, 0)


def test_what_only_people_can_end_is_asked_rarely(kiosk: PushingKiosk, courier: Courier) -> None:
    with listening(answer("401 Unauthorized", b'{"code": "sync.revoked"}', hub="h0")) as url:
        tie(kiosk, url)
        assert courier.step() >= LAST_RETRY_S / 2


def test_a_half_open_hub_does_not_keep_the_kiosk_from_closing(
    kiosk: PushingKiosk, courier: Courier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courier_module, "SOON_S", 0.01)
    heard = threading.Event()

    def say(connection: object) -> None:
        heard.set()

    with listening(say) as url:
        tie(kiosk, url)
        courier.start()
        assert heard.wait(10)
        began = time.monotonic()
        courier.close()
        assert time.monotonic() - began < 2
    assert waiting(kiosk) == 5


def test_one_process_at_a_time(kiosk: PushingKiosk) -> None:
    with listening(silent) as url:
        tie(kiosk, url)
    lock = HomeLock(kiosk.home, turn.LOCK)
    assert lock.take()
    with pytest.raises(KioskError, match=r"sync\.in_turn"):
        kiosk.post.deliver()
    lock.free()


def test_a_home_that_is_away_sends_nothing(tmp_path: Path) -> None:
    """What stands in for it has positions of its own, which say nothing of the home's."""
    (tmp_path / "home").write_text("a file, not a folder")
    with closing(Store.open(tmp_path / "home", SystemClock(), housekeeping_after_s=None)) as store:
        assert store.state().temporary
        with pytest.raises(KioskError, match=r"sync\.(link_unreadable|not_enrolled)"):
            post.PostOffice(tmp_path / "home", store, SystemClock()).deliver()


def test_a_mark_is_not_moved_in_another_database(kiosk: PushingKiosk) -> None:
    """Neither when another one took over, nor when another process has moved it, nor when the entry is elsewhere."""
    store = kiosk.store
    with store.read() as connection:
        before, rows = marks.read(connection, "h0"), marks.rows(connection, 0, 5)
    generation = store.state().generation
    after = marks.Mark("h0", position=5, token="t")
    elsewhere = rows[4]._replace(seq=77)
    assert not marks.keep(store, generation + 1, before, after, rows[4]).result()
    assert not marks.keep(store, generation, before, after, elsewhere).result()
    assert marks.keep(store, generation, before, after, rows[4]).result()
    assert not marks.keep(store, generation, before, after, rows[4]).result()


class LateClock(SystemClock):
    """A year ahead."""

    def utc_ms(self) -> int:
        return super().utc_ms() + 366 * 86_400_000


def test_a_clock_a_year_off_is_told_and_does_no_harm(shared: Served, pushing: MakeKiosk) -> None:
    kiosk = pushing("late")
    kiosk.clock = LateClock()
    kiosk.record(5)
    kiosk.enrol(shared.url, shared.code())
    kiosk.post.deliver()
    found = status.read(kiosk.home, kiosk.store, kiosk.clock.utc_ms())
    assert (found.waiting, found.refused) == (0, 0)
    assert found.skew_ms > 300 * 86_400_000 > SKEW_MS
    assert set(kiosk.journal()) <= set(shared.held())
