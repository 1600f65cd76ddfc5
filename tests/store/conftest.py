"""Homes and stores for the tests of the memory. Every store is a real SQLite file."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.store import Store
from tests.store.store_help import OpenStore


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home that does not exist yet."""
    return tmp_path / "home"


@pytest.fixture
def clock() -> SteppedClock:
    """A clock that the test steps."""
    return SteppedClock()


@pytest.fixture
def open_store(home: Path, clock: SteppedClock) -> Iterator[OpenStore]:
    """Opens stores without a housekeeper's thread (the tests say `keep_house`), and closes them in the end."""
    opened: list[Store] = []

    def opening(at: Path = home) -> Store:
        opened.append(Store.open(at, clock, housekeeping_after_s=None))
        return opened[-1]

    yield opening
    for store in opened:
        store.close()


@pytest.fixture(autouse=True)
def no_failing_thread(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[threading.ExceptHookArgs]]:
    """Fails a test in which a thread raised what nobody caught; a test that means it empties the list."""
    caught: list[threading.ExceptHookArgs] = []
    hook: Callable[[threading.ExceptHookArgs], object] = caught.append
    monkeypatch.setattr(threading, "excepthook", hook)
    yield caught
    assert not caught
