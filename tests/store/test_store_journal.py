"""The journal: what goes in comes out, in order, once, and never changes."""

import json
import sqlite3
import threading
import uuid
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.core.errors import KioskError
from kiosk.core.events import Event, LanternLit, StaffActed, VisitStarted, from_body
from kiosk.core.visit import Visit
from kiosk.store import Store
from tests.store.store_help import VISIT, OpenStore, answer, record, record_many, stored, wait_for


def test_an_event_comes_back_as_it_was(open_store: OpenStore, clock: SteppedClock) -> None:
    store = open_store()
    clock.step(5_000)
    assert record(store, 7)
    with store.read() as connection:
        row = connection.execute("SELECT * FROM journal").fetchone()
    assert from_body(row["kind"], row["version"], json.loads(row["body"])) == answer(7)
    assert (row["epoch"], row["seq"], row["kiosk"], row["visit"]) == (store.epoch, 1, store.kiosk, VISIT.id)
    assert (row["origin"], row["utc_ms"], row["monotonic_ms"]) == ("visitor", clock.utc_ms(), 5_000)
    assert uuid.UUID(row["id"]).version == 7
    assert int(row["id"].replace("-", "")[:12], 16) == clock.utc_ms()


def test_seq_counts_from_one_in_every_epoch(open_store: OpenStore, home: Path) -> None:
    first = open_store()
    record_many(first, 3)
    first.append(VisitStarted(), None)
    first.close()
    second = open_store()
    record(second)
    assert first.epoch != second.epoch
    assert first.kiosk == second.kiosk
    assert stored(home) == [(first.epoch, seq) for seq in (1, 2, 3, 4)] + [(second.epoch, 1)]


def test_events_without_a_visit_have_the_origin_of_the_opening(home: Path, clock: SteppedClock) -> None:
    store = Store.open(home, clock, origin="rehearsal", housekeeping_after_s=None)
    store.append(StaffActed("guide", "opened"), None)
    store.append(VisitStarted(), Visit(VISIT.id, "simulated"))
    store.append(VisitStarted(), Visit("not a uuid", "visitor"))
    store.flush(5)
    with store.read() as connection:
        rows = [tuple(row) for row in connection.execute("SELECT visit, origin FROM journal ORDER BY seq")]
    assert rows == [(None, "rehearsal"), (VISIT.id, "simulated"), ("not a uuid", "visitor")]
    store.close()


def test_the_word_comes_after_the_commit(open_store: OpenStore, home: Path) -> None:
    store = open_store()
    seen: list[int] = []
    done = threading.Event()

    def then(on_disk: bool) -> None:
        assert on_disk
        seen.append(len(stored(home)))  # another connection sees it
        done.set()

    store.append(answer(), VISIT, then)
    assert done.wait(5)
    assert seen == [1]


def test_what_waits_is_committed_together(open_store: OpenStore, home: Path) -> None:
    store = open_store()
    gate, entered = threading.Event(), threading.Event()
    lengths: list[int] = []

    def hold_the_writer(on_disk: bool) -> None:
        entered.set()
        gate.wait(5)

    store.append(answer(0), VISIT, hold_the_writer)
    assert entered.wait(5)
    for number in range(1, 51):
        store.append(answer(number), VISIT, lambda on_disk: lengths.append(len(stored(home))))
    gate.set()
    wait_for(lambda: len(lengths) == 50)
    assert set(lengths) == {51}, "the fifty were to be one transaction"


def test_many_at_once_are_one_transaction_with_stepped_times(open_store: OpenStore, clock: SteppedClock) -> None:
    store = open_store()
    told: Future[bool] = Future()

    def minute_by_minute() -> Iterator[tuple[Event, Visit]]:
        for number in range(3):
            clock.step(60_000)
            yield answer(number), VISIT

    start = clock.utc_ms()
    store.append_many(minute_by_minute(), told.set_result)
    assert told.result(5)
    with store.read() as connection:
        times = [row[0] - start for row in connection.execute("SELECT utc_ms FROM journal ORDER BY seq")]
    assert times == [60_000, 120_000, 180_000]


def test_nothing_to_record_is_on_disk_at_once(open_store: OpenStore) -> None:
    told: list[bool] = []
    open_store().append_many([], told.append)
    assert told == [True]


WRITTEN = "position, epoch, seq, id, kiosk, visit, origin, utc_ms, monotonic_ms, code, version, stored"


@pytest.mark.parametrize(
    "act",
    [
        "UPDATE journal_entry SET stored = '{}'",
        "DELETE FROM journal_entry",
        "UPDATE journal SET body = '{}'",
        "DELETE FROM journal",
        f"INSERT OR REPLACE INTO journal_entry ({WRITTEN}) SELECT {WRITTEN} FROM journal_entry",
    ],
)
def test_the_journal_only_grows(open_store: OpenStore, home: Path, act: str) -> None:
    store = open_store()
    record(store)
    with pytest.raises(sqlite3.Error, match=r"append-only|is a view"):
        store.write(lambda db: db.execute(act)).result(5)
    assert stored(home) == [(store.epoch, 1)]


def test_what_is_no_json_is_the_callers_fault_and_counts_nothing(open_store: OpenStore, home: Path) -> None:
    store = open_store()
    with pytest.raises(TypeError):
        store.append(LanternLit("anti_fraud", object()), VISIT)  # type: ignore[arg-type]
    assert record(store)
    assert stored(home) == [(store.epoch, 1)]


def test_other_rooms_write_in_one_transaction(open_store: OpenStore) -> None:
    store = open_store()
    count = store.write(lambda db: db.execute("INSERT INTO setting VALUES ('a', '1'), ('b', '2')").rowcount)
    assert count.result(5) == 2
    with pytest.raises(ZeroDivisionError):
        store.write(lambda db: [db.execute("DELETE FROM setting"), 1 // 0]).result(5)
    with store.read() as connection:
        assert connection.execute("SELECT count(*) FROM setting").fetchone()[0] == 2


def test_a_write_sees_every_event_that_was_recorded_before_it(open_store: OpenStore) -> None:
    store = open_store()
    for number in range(1, 31):
        for _ in range(4):
            store.append(answer(number), VISIT)
        job = store.write(lambda db: db.execute("SELECT count(*) FROM journal").fetchone()[0])
        assert job.result(20) == 4 * number


def test_readers_cannot_write(open_store: OpenStore) -> None:
    with open_store().read() as connection, pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("INSERT INTO setting VALUES ('a', '1')")


def test_readers_are_kept_for_the_next(open_store: OpenStore) -> None:
    store = open_store()
    with store.read() as first, store.read() as other:
        assert first is not other
    with store.read() as again:
        assert again in (first, other)


def test_a_listener_that_fails_does_not_stop_the_writing(
    open_store: OpenStore, no_failing_thread: list[threading.ExceptHookArgs]
) -> None:
    store = open_store()

    def fail(on_disk: bool) -> None:
        raise ZeroDivisionError

    store.append(answer(), VISIT, fail)
    assert record(store)
    assert [caught.exc_type for caught in no_failing_thread] == [ZeroDivisionError]
    no_failing_thread.clear()


def test_closing_writes_what_waits(open_store: OpenStore, home: Path) -> None:
    store = open_store()
    for number in range(20):
        store.append(answer(number), VISIT)
    store.close()
    assert len(stored(home)) == 20


def test_a_newer_database_is_refused_with_a_sentence(open_store: OpenStore, home: Path) -> None:
    open_store().close()
    before = (home / "kiosk.db").read_bytes()
    with sqlite3.connect(home / "kiosk.db") as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('kiosk', 'add_wings', '2030')"
        )
    connection.close()
    with pytest.raises(KioskError) as refusal:
        open_store()
    assert refusal.value.code == "store.newer"
    assert (home / "kiosk.db").exists() and len((home / "kiosk.db").read_bytes()) == len(before)
    assert not (home / "set-aside").exists()


def test_steady_work_does_not_keep_anybody_who_waits(open_store: OpenStore) -> None:
    """What was queued before is on disk, however much comes after it: each job submits another until it is told."""
    store = open_store()
    over = threading.Event()

    def work(_db: object) -> None:
        if not over.is_set():
            store.append(VisitStarted(), None)
            store.write(work)

    store.write(work)
    store.write(work)
    for number in range(20):
        store.append(answer(number), VISIT)
        assert store.flush(10)
        with store.read() as connection:
            kept = connection.execute("SELECT count(*) FROM journal WHERE kind = 'item_answered'").fetchone()[0]
        assert kept == number + 1
    over.set()
    assert store.flush(10)
