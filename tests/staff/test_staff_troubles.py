"""When the machine says no: staff still come in, and read what is the matter."""

import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Literal

import pytest
from argon2 import PasswordHasher

from kiosk.core.clock import SteppedClock
from kiosk.core.errors import KioskError
from kiosk.core.events import ItemAnswered
from kiosk.core.visit import Visit
from kiosk.staff.door import Door
from kiosk.staff.parts import StaffParts
from kiosk.store.store import Store

from .conftest import PINS, QUICK, Screen

ANSWER = ItemAnswered("anti_fraud", "game_skin", "i", "h", "p", "ph", ("A",), ("A",), "right", 4000)


def test_the_door_opens_while_another_program_locks_the_database(
    screen: Screen, door: Door, store: Store, home: Path
) -> None:
    """And the first page says how many answers are only in memory, since when, and what to do."""
    with closing(sqlite3.connect(home / "kiosk.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        store.append(ANSWER, Visit("v1"))
        screen.wait(lambda: store.state().in_memory == 1)
        screen.begin()
        screen.type(PINS["guide"])
        screen.wait(lambda: screen.page == "today", 15_000)
        screen.settle()
        (first, *_) = screen.of_page("troubles")
        assert "1" in first
        screen.grab("staff-today-trouble-zh")
        screen.touch("page-health")
        screen.wait(lambda: not screen.of_page("looking"), 15_000)
        assert screen.of_page("checks")[0]["name"] == "memory"
        other.execute("ROLLBACK")
    assert store.flush(10)


def test_no_pin_can_be_set_where_it_would_be_lost(tmp_path: Path, clock: SteppedClock) -> None:
    """A home that is out of reach: the pad says why instead of asking for a first PIN."""
    (tmp_path / "home").write_text("not a folder")
    store = Store.open(tmp_path / "home", clock, housekeeping_after_s=None)
    with closing(store):
        door = Door(store, clock, QUICK)
        assert (door.state().fresh, door.state().blind) == (False, True)
        with pytest.raises(KioskError) as refused:
            door.set_first_pin(PINS["admin"])
        assert refused.value.code == "staff.not_kept"


class TestOutOfReach:
    """The pad over a home that is out of reach."""

    @pytest.fixture
    def home(self, tmp_path: Path) -> Path:
        """A file stands where the folder should be."""
        (tmp_path / "home").write_text("not a folder")
        return tmp_path / "home"

    def test_the_pad_says_why(self, make_screen: Callable[..., Screen]) -> None:
        """With the remedy, and only the way back to the children."""
        screen = make_screen()
        assert screen.of_page("stage") == "blind"
        assert screen.of_page("troubles")
        assert screen.find("key-1") is None
        assert screen.find("staff-leave") is not None
        screen.grab("staff-blind-zh")


def test_what_happened_at_opening_stands_on_the_first_page(
    make_screen: Callable[..., Screen], door: Door, store: Store
) -> None:
    """Set aside, restored, how much is missing: as the store tells it."""
    from kiosk.store.state import Restored

    store.report(Restored("damaged", "kiosk-20261120.db", "kiosk-20261119T220000Z.db", 1_795_140_000_000, 12))
    screen = make_screen(1080, 1920)
    screen.enter("guide")
    screen.settle()
    assert any("kiosk-20261119T220000Z.db" in one or "备份" in one for one in screen.of_page("troubles"))
    screen.grab("staff-today-restored-zh")


class Slow(PasswordHasher):
    """Verifies when it is told to."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_cost=64, parallelism=1)
        self.go = threading.Event()

    def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
        self.go.wait(10)
        return super().verify(hash, password)


class TestSlowMachine:
    """A kiosk on which one hash takes long."""

    @pytest.fixture
    def hasher(self) -> Slow:
        return Slow()

    @pytest.fixture
    def fresh_door(self, store: Store, clock: SteppedClock, hasher: Slow) -> Door:
        """Its admin's PIN is set."""
        hasher.go.set()
        door = Door(store, clock, hasher)
        door.set_first_pin(PINS["admin"])
        hasher.go.clear()
        return door

    def test_the_screen_lives_while_a_pin_is_looked_at(self, screen: Screen, hasher: Slow) -> None:
        """It draws, says what it does, and takes no further digits."""
        screen.type(PINS["admin"])
        screen.wait(lambda: bool(screen.of_page("busy")))
        turns: list[float] = []
        began = time.monotonic()
        screen.wait(lambda: turns.append(time.monotonic()) or len(turns) > 20)  # type: ignore[func-returns-value]
        assert max(b - a for a, b in zip([began, *turns], turns, strict=False)) < 0.25
        assert screen.page == "pad"
        key = screen.find("key-1")
        assert key is not None and key.property("usable") is False
        hasher.go.set()
        screen.wait(lambda: screen.page == "today")


def test_no_pin_reaches_the_log(parts: StaffParts, door: Door, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever happens at the door."""
    with caplog.at_level("DEBUG"):
        for pin in (*PINS.values(), "314260"):
            door.enter(pin)
        with pytest.raises(KioskError):
            door.set_pin("guide", PINS["admin"])
    assert not [pin for pin in (*PINS.values(), "314260") if pin in caplog.text]
