"""A home in which a few children have played."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.core.clock import SteppedClock
from kiosk.core.places import program_folder
from kiosk.packs.library import Library
from kiosk.store import Store
from tests.exports.exports_help import BANK, Played, play


@pytest.fixture
def clock() -> SteppedClock:
    """A clock that the visits step."""
    return SteppedClock()


@pytest.fixture
def played(tmp_path: Path, clock: SteppedClock) -> Iterator[Played]:
    """The store after three visits, one of each origin; its bank was removed since."""
    folder = tmp_path / "quizzes"
    folder.mkdir()
    shutil.copy(program_folder() / "quizzes" / "families.json", folder)
    store = Store.open(tmp_path / "home", clock)
    library = Library(store, folder, clock)
    row = library.install(BANK, "native")
    play(store, clock, row.hash)
    library.remove(BANK.id)
    yield Played(store, tmp_path / "home", row.hash)
    store.close()
