"""Opening a home for a command, while the kiosk may have it open too."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.core.clock import Clock, SystemClock
from kiosk.core.errors import KioskError
from kiosk.core.places import program_folder

if TYPE_CHECKING:
    from kiosk.packs.library import Library
    from kiosk.store import Store


@contextmanager
def opened_store(home: Path, clock: Clock | None = None) -> Iterator["Store"]:
    """The home's store. A command must not work on a stand-in in memory: what it did would be gone with it.

    Raises KioskError with the code of what keeps the home out of reach.
    """
    from kiosk.store import Store

    store = Store.open(home, clock or SystemClock(), housekeeping_after_s=None)
    try:
        state = store.state()
        if state.temporary:
            raise KioskError(state.trouble, home=str(home))
        yield store
    finally:
        store.close()


@contextmanager
def opened_library(home: Path) -> Iterator["Library"]:
    """The home's banks, the built-in ones included."""
    from kiosk.packs.library import Library

    with opened_store(home) as store:
        library = Library(store, program_folder() / "quizzes", SystemClock())
        library.ensure_built_in()
        yield library
