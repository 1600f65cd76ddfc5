"""When the disk says no the child plays on, staff are told, and what is in memory is written when it can be."""

import os
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.core.events import VisitStarted
from kiosk.store import StoreState, settings
from kiosk.store.state import local_time
from tests.store.mounts import Mount, fill, mounts
from tests.store.store_help import VISIT, OpenStore, answer, child, record, record_many, settle, stored, wait_for

PATIENCE_S = 4.0
"""A child waits 0.4 s for the disk; a busy machine's scheduler may add to that, a blocked one would take for ever."""


@pytest.fixture
def mount() -> Iterator[Mount]:
    """Mounts small disks."""
    with mounts() as mounting:
        yield mounting


@pytest.fixture
def hold_lock(home: Path) -> Iterator[Callable[[], sqlite3.Connection]]:
    """Takes the database's write lock as another program would, until closed."""
    held: list[sqlite3.Connection] = []

    def hold() -> sqlite3.Connection:
        connection = sqlite3.connect(home / "kiosk.db", isolation_level=None, check_same_thread=False)
        connection.execute("BEGIN EXCLUSIVE")
        held.append(connection)
        return connection

    yield hold
    for connection in held:
        connection.close()


def test_a_locked_database_keeps_nobody_waiting(
    open_store: OpenStore, home: Path, clock: SteppedClock, hold_lock: Callable[[], sqlite3.Connection]
) -> None:
    store = open_store()
    record(store, 0)
    told: list[StoreState] = []
    store.on_change(told.append)
    lock = hold_lock()
    begun = time.monotonic()
    store.append(VisitStarted(), VISIT)
    assert not record(store, 1)
    assert time.monotonic() - begun < PATIENCE_S
    begun = time.monotonic()
    assert not record(store, 2)
    assert time.monotonic() - begun < PATIENCE_S
    state = store.state()
    assert (state.in_memory, state.events_in_memory, state.since) == (2, 3, clock.utc_ms())
    assert state.trouble == "store.locked" and not state.well
    assert f"从 {local_time(clock.utc_ms())} 起，有 2 条回答" in state.sentences("zh")[0]
    assert f"2 answers (3 records in all) only in memory since {local_time(clock.utc_ms())}" in state.sentences("en")[0]
    with store.read() as connection:
        assert connection.execute("SELECT count(*) FROM journal").fetchone()[0] == 1, "reading goes on"
    lock.rollback()
    assert store.flush(10)
    assert stored(home) == [(store.epoch, seq) for seq in (1, 2, 3, 4)], "in order"
    wait_for(lambda: told[-1].well)
    assert max(state.events_in_memory for state in told) == 3


def test_a_database_that_is_locked_at_the_start_is_used(
    open_store: OpenStore, home: Path, hold_lock: Callable[[], sqlite3.Connection]
) -> None:
    open_store().close()
    lock = hold_lock()
    store = open_store()
    assert not store.state().temporary
    assert not record(store)
    lock.rollback()
    assert store.flush(10)
    assert stored(home) == [(store.epoch, 1)]


def test_another_rooms_write_waits_for_the_lock(
    open_store: OpenStore, hold_lock: Callable[[], sqlite3.Connection]
) -> None:
    store = open_store()
    lock = hold_lock()
    saved = settings.save(store, "language", "en")
    assert not record(store)
    assert not saved.done()
    lock.rollback()
    saved.result(10)


def test_a_full_disk_without_a_mount(home: Path) -> None:
    """The kernel refuses to let any file grow, as a full disk does."""
    process = child("small", home, 200_000)
    output, _ = process.communicate(timeout=30)
    first, second = output.splitlines()
    recorded, in_memory, trouble = first.split()
    assert int(recorded) > 1 and in_memory == "1"
    assert trouble in ("store.disk_full", "store.unreachable")
    written, left, epoch = second.split()
    assert (written, left) == ("True", "0")
    assert stored(home) == [(epoch, seq) for seq in range(1, int(recorded) + 3)]


def test_a_full_disk(open_store: OpenStore, home: Path, mount: Mount) -> None:
    mount(home, "size=4m")
    store = open_store()
    record_many(store, 10)
    ballast = fill(home)
    told = [record(store, number) for number in range(200)]
    state = store.state()
    assert state.trouble == "store.disk_full"
    assert state.in_memory == told.count(False) > 0
    assert told == sorted(told, reverse=True)
    ballast.unlink()
    assert store.flush(15)
    assert stored(home) == [(store.epoch, seq) for seq in range(1, 211)]
    assert store.state().well


def test_a_disk_that_is_full_at_the_start(open_store: OpenStore, home: Path, mount: Mount) -> None:
    mount(home, "size=4m")
    ballast = fill(home)
    store = open_store()
    assert not record(store)
    assert store.state().trouble == "store.disk_full"
    ballast.unlink()
    assert store.flush(15)
    assert stored(home) == [(store.epoch, 1)]


def test_a_home_that_is_read_only_at_the_start(open_store: OpenStore, home: Path, mount: Mount) -> None:
    mount(home, "size=8m")
    store = open_store()
    settings.save(store, "language", "en").result(5)
    record(store)
    kiosk = store.kiosk
    store.close()
    mount(home, "remount,ro")
    store = open_store()
    assert not record(store)
    state = store.state()
    assert state.trouble == "store.read_only" and state.temporary
    with store.read() as connection:
        assert settings.read_all(connection)["language"] == "en", "borrowed from the home"
    assert store.kiosk == kiosk
    mount(home, "remount,rw")
    assert store.flush(15)
    assert stored(home)[1:] == [(store.epoch, 1)]
    assert not store.state().temporary and store.state().generation == 2


def test_a_home_that_another_user_owns(home: Path) -> None:
    """Root may do everything, so a process without rights tries."""
    if os.geteuid() != 0:
        pytest.skip("only root can start a process as somebody else")
    home.mkdir(mode=0o755)
    home.parent.chmod(0o755)
    for parent in home.parents:
        if parent.stat().st_mode & 0o005 != 0o005:
            parent.chmod(parent.stat().st_mode | 0o005)  # pytest keeps its folders to itself
    process = child("nobody", home, 3)
    output, _ = process.communicate(timeout=30)
    assert output.splitlines() == ["open", "False", "False", "False", "store.read_only", "closed"]
    home.chmod(0o700)
    process = child("nobody", home / "inner", 1)
    output, _ = process.communicate(timeout=30)
    assert output.splitlines() == ["open", "False", "store.read_only", "closed"], "it may not even be looked at"


def test_a_home_that_cannot_be_made(open_store: OpenStore, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    home = tmp_path / "file" / "home"
    store = open_store(home)
    assert not record(store, 1)
    assert not record(store, 2)
    state = store.state()
    assert state.temporary and state.trouble == "store.unreachable" and state.in_memory == 2
    with store.read() as connection:
        assert connection.execute("SELECT count(*) FROM journal").fetchone()[0] == 2, "as the screens count them"
    (tmp_path / "file").unlink()
    assert store.flush(15)
    assert stored(home) == [(store.epoch, 1), (store.epoch, 2)]
    with closing(sqlite3.connect(home / "kiosk.db")) as connection:
        assert connection.execute("SELECT DISTINCT kiosk FROM journal").fetchall() == [(store.kiosk,)]
    assert record(store, 3)
    assert not store.state().temporary


def test_a_stand_in_takes_other_rooms_writes(open_store: OpenStore, tmp_path: Path) -> None:
    """Packs are installed into it, and again when the generation grows."""
    (tmp_path / "file").write_text("in the way")
    store = open_store(tmp_path / "file" / "home")
    generations: list[int] = []
    store.on_change(lambda state: generations.append(state.generation))
    settings.save(store, "language", "en").result(5)
    with store.read() as connection:
        assert settings.read_all(connection)["language"] == "en"
    (tmp_path / "file").unlink()
    wait_for(lambda: 2 in generations)


@pytest.mark.parametrize("how", ["deleted", "moved away", "replaced"])
def test_a_database_that_is_taken_away_while_open(open_store: OpenStore, home: Path, how: str) -> None:
    """What is written to a deleted file is gone without any error: it must be noticed before."""
    store = open_store()
    record_many(store, 3)
    settle(store)
    if how == "replaced":
        shutil.copy(home / "kiosk.db", home / "copy")
        (home / "copy").replace(home / "kiosk.db")
    else:
        for path in home.glob("kiosk.db*"):
            path.unlink() if how == "deleted" else path.rename(home.parent / path.name)
    record(store, 4)
    settle(store)
    assert (store.epoch, 4) in stored(home)
    assert store.state().restored is not None or how == "replaced"
    store.close()
    assert open_store().state().well


def test_a_stuck_disk_keeps_nobody_waiting(open_store: OpenStore, home: Path) -> None:
    """Whatever holds the writing thread up, here the one who is told, the others get their word."""
    store = open_store()
    gate, stuck = threading.Event(), threading.Event()

    def be_stuck(on_disk: bool) -> None:
        stuck.set()
        gate.wait(10)

    store.append(answer(0), VISIT, be_stuck)
    assert stuck.wait(5)
    begun = time.monotonic()
    assert not record(store, 1)
    assert 0.35 < time.monotonic() - begun < PATIENCE_S
    assert store.state().trouble == "store.slow"
    gate.set()
    assert store.flush(5)
    wait_for(lambda: store.state().well)
    assert len(stored(home)) == 2
