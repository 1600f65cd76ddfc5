"""A real store and a library over it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.core.places import program_folder
from kiosk.packs.library import Library
from kiosk.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A real store in a new home."""
    store = Store.open(tmp_path / "home", SteppedClock(), housekeeping_after_s=None)
    yield store
    store.close()


@pytest.fixture
def library(store: Store, tmp_path: Path) -> Library:
    """The library of that store, without built-in banks."""
    folder = tmp_path / "bare"
    folder.mkdir()
    shutil.copy(program_folder() / "quizzes" / "families.json", folder)
    return Library(store, folder, SteppedClock())
