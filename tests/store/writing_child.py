"""A process that uses the memory. Arguments: what to do, the home, and what that needs; see the functions."""

import os
import resource
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from kiosk.core.clock import SystemClock
from kiosk.core.ids import uuid7
from kiosk.core.visit import Visit
from kiosk.store import Store
from tests.store.store_help import answer, record


def tell(line: str) -> None:
    """Print at once: the process may be killed right after."""
    os.write(1, f"{line}\n".encode())


def write_for_ever(home: Path, together: str) -> None:
    """Record answers until killed, `together` at most in flight; print epoch and seq of each when it is on disk."""
    store = Store.open(home, SystemClock(), housekeeping_after_s=0)
    visit = Visit(uuid7(SystemClock().utc_ms()))
    in_flight = threading.Semaphore(int(together))
    seq = 0
    while True:
        in_flight.acquire()
        seq += 1

        def then(on_disk: bool, seq: int = seq) -> None:
            if on_disk:
                tell(f"{store.epoch} {seq}")
            in_flight.release()

        store.append(answer(seq), visit, then)


def write_some(home: Path, count: str) -> None:
    """Record `count` answers one after the other, print what was said of each, then close."""
    store = Store.open(home, SystemClock())
    tell("open")
    for number in range(int(count)):
        tell(str(record(store, number)))
    if trouble := store.state().trouble:
        tell(trouble)
    store.close()
    tell("closed")


def write_as_nobody(home: Path, count: str) -> None:
    """Give up root's rights, then `write_some`. What is loaded late must be loaded before: nobody may not read it."""
    import shutil

    import sqlite_utils.migrations

    assert sqlite_utils and shutil
    os.setgid(65534)
    os.setuid(65534)
    write_some(home, count)


def hold(home: Path) -> None:
    """Have the home open until a line comes in."""
    store = Store.open(home, SystemClock(), housekeeping_after_s=None)
    tell("open")
    sys.stdin.readline()
    store.close()


def small_files(home: Path, most_bytes: str) -> None:
    """Record answers with files limited to `most_bytes`, as if the disk were full; then lift the limit."""
    store = Store.open(home, SystemClock(), housekeeping_after_s=None)
    record(store, 0)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(most_bytes), resource.RLIM_INFINITY))
    number = 1
    while record(store, number):
        number += 1
    state = store.state()
    tell(f"{number} {state.in_memory} {state.trouble}")
    record(store, number + 1)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    tell(f"{store.flush(10)} {store.state().in_memory} {store.epoch}")
    store.close()


WHAT: dict[str, Callable[..., None]] = {
    "ever": write_for_ever,
    "some": write_some,
    "nobody": write_as_nobody,
    "hold": hold,
    "small": small_files,
}
if __name__ == "__main__":
    WHAT[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])
