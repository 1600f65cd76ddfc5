"""A kiosk's process that records answers and pushes them until it is killed. Argument: the home."""

import sys
from pathlib import Path

from kiosk.core.clock import SystemClock
from kiosk.core.errors import KioskError
from kiosk.core.ids import uuid7
from kiosk.core.visit import Visit
from kiosk.store import Store
from kiosk.sync.post import PostOffice
from tests.store.store_help import answer
from tests.store.writing_child import tell


def push_for_ever(home: Path) -> None:
    """Record some, push, again and again; a hub that is away is no reason to end. Prints a line a round."""
    clock = SystemClock()
    store = Store.open(home, clock, housekeeping_after_s=None)
    post = PostOffice(home, store, clock)
    while True:
        visit = Visit(uuid7(clock.utc_ms()))
        store.append_many((answer(number), visit) for number in range(120))
        store.flush(20)
        try:
            post.deliver()
            tell("delivered")
        except KioskError as error:
            tell(error.code)


if __name__ == "__main__":
    push_for_ever(Path(sys.argv[1]))
