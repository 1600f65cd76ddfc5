"""What the tests of the memory share: an answer, waiting, counting, other processes."""

import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Protocol

from kiosk.core.events import ItemAnswered
from kiosk.core.ids import uuid7
from kiosk.core.visit import Visit
from kiosk.store import Store

ROOT = Path(__file__).parents[2]
VISIT = Visit(uuid7(1_790_000_000_000))


class OpenStore(Protocol):
    """Opens a store, by default in the test's own home."""

    def __call__(self, at: Path = ...) -> Store:
        """Open it in `at`."""
        ...


def answer(number: int = 1) -> ItemAnswered:
    """An answer as the anti-fraud station records it."""
    return ItemAnswered(
        station="anti_fraud",
        level="game_skin",
        item=f"game_skin-{number:03}",
        item_hash=f"{number:016x}",
        pack="fingertip-glow.game_skin",
        pack_hash="5d41402abc4b2a76",
        chosen=("B",),
        right=("B",),
        verdict="right",
        reading_ms=8_000 + number,
    )


def record(store: Store, number: int = 1) -> bool:
    """Record an answer and wait for the word on it: on disk, or only in memory."""
    told: list[bool] = []
    done = threading.Event()

    def then(on_disk: bool) -> None:
        told.append(on_disk)
        done.set()

    store.append(answer(number), VISIT, then)
    assert done.wait(5), "nobody was told"
    return told[0]


def record_many(store: Store, count: int) -> None:
    """Record `count` answers in one transaction and wait until they are on disk."""
    store.append_many((answer(number), VISIT) for number in range(count))
    assert store.flush(20)


def wait_for(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait until `condition` holds; fail after `seconds`."""
    until = time.monotonic() + seconds
    pause = threading.Event()
    while not condition():
        assert time.monotonic() < until, "it did not happen"
        pause.wait(0.01)


def settle(store: Store) -> None:
    """Have the house kept until there is nothing more to mend, and all of it on disk."""
    generation = 0
    while generation != store.state().generation:
        generation = store.state().generation
        store.keep_house()
        wait_for(lambda: not store.state().trouble)
        assert store.flush(5)


def stored(home: Path) -> list[tuple[str, int]]:
    """Epoch and seq of everything in the home's journal, in the order of writing, read without the store."""
    with closing(sqlite3.connect(home / "kiosk.db")) as connection:
        return connection.execute("SELECT epoch, seq FROM journal ORDER BY position").fetchall()


def child(*arguments: object) -> "subprocess.Popen[str]":
    """Start `writing_child.py`. It prints a line for every event it was told of."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.writing_child", *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
