"""What the tests of packs share."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.packs.check import Checked, check_file
from kiosk.packs.families import load_families
from kiosk.packs.library import Library
from kiosk.store import Store
from tests.packs.packs_help import QUIZZES, TODAY, Check, CheckText


@pytest.fixture
def check() -> Check:
    """Look through a file as the command line does."""
    families = load_families(QUIZZES)
    return lambda path: check_file(path, families, TODAY)


@pytest.fixture
def check_text(tmp_path: Path, check: Check) -> CheckText:
    """Look through a text as if it were a file."""

    def look(text: str | bytes, name: str = "file.txt") -> Checked:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return check(path)

    return look


@pytest.fixture
def clock() -> SteppedClock:
    """A clock that stands still."""
    return SteppedClock()


@pytest.fixture
def store(tmp_path: Path, clock: SteppedClock) -> Iterator[Store]:
    """A real store in a new home."""
    store = Store.open(tmp_path / "home", clock)
    yield store
    store.close()


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A folder with the families and no built-in bank."""
    folder = tmp_path / "bare"
    folder.mkdir()
    shutil.copy(QUIZZES / "families.json", folder)
    return folder


@pytest.fixture
def library(store: Store, clock: SteppedClock, bare: Path) -> Library:
    """The library of that store, without built-in banks."""
    return Library(store, bare, clock)
