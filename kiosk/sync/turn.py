"""One process at a time speaks to the hub, or takes what came of it on a stick."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.core.lock import HomeLock

LOCK = "sync.lock"
"""Held by whose turn it is."""
TURN_S = 30.0
"""How long a person who asks waits for the courier to end its round."""
_POLL_S = 0.1


@contextmanager
def in_turn(home: Path, patience_s: float = 0.0) -> Iterator[None]:
    """Have the turn, after waiting up to `patience_s` for it. Raises KioskError `sync.in_turn`."""
    lock, until = HomeLock(home, LOCK), time.monotonic() + patience_s
    while not lock.take():
        if time.monotonic() >= until:
            raise KioskError("sync.in_turn")
        time.sleep(_POLL_S)  # the system has no lock of a file that can be waited for with a limit
    try:
        yield
    finally:
        lock.free()
