"""The kiosk's memory, as the rest of the house sees it."""

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kiosk.core.clock import Clock
from kiosk.core.events import Event, Origin
from kiosk.core.ids import new_epoch, new_kiosk_id
from kiosk.core.visit import Visit
from kiosk.store import database, migrations
from kiosk.store.pending import Entry, Then
from kiosk.store.rows import RowMaker
from kiosk.store.state import StoreState
from kiosk.store.writer import Writer

if TYPE_CHECKING:
    from sqlite_utils import Database

T = TypeVar("T")


class Store:
    """One opening of a home's database: an epoch of its own."""

    def __init__(self, connection: sqlite3.Connection, uri: str, kiosk: str, clock: Clock, origin: Origin) -> None:
        self.kiosk = kiosk
        self.epoch = new_epoch()
        self._uri = uri
        self._rows = RowMaker(self.epoch, kiosk, origin, clock)
        self._making = threading.Lock()
        self._writer = Writer(connection)

    @classmethod
    def open(cls, home: Path, clock: Clock, *, origin: Origin = "visitor") -> "Store":
        """Open the memory in `home`, making it if need be. `origin` is that of events without a visit."""
        home.mkdir(parents=True, exist_ok=True)
        uri = database.file_uri(home / "kiosk.db", "mode=rwc")
        connection = database.writer(uri)
        if migrations.applied(connection) != migrations.names():
            migrations.apply(connection)
        return cls(connection, uri, identity(connection, clock), clock, origin)

    def append(self, event: Event, visit: Visit | None, then: Then | None = None) -> None:
        """Record `event`. `then(True)` is called, on a thread of the store, once it is on disk.

        Where that takes too long `then(False)` is called instead; it is kept in memory and written when it can be.
        """
        self.append_many([(event, visit)], then)

    def append_many(self, facts: Iterable[tuple[Event, Visit | None]], then: Then | None = None) -> None:
        """Record `facts` in one transaction. Times are taken as `facts` is walked: a stepped clock may be stepped."""
        with self._making:
            entry = Entry([self._rows.row(event, visit) for event, visit in facts], then)
            if entry.rows:
                self._writer.put(entry)
        if not entry.rows and then is not None:
            then(True)

    def write(self, work: "Callable[[Database], T]") -> "Future[T]":
        """Run `work` on the writer thread in one transaction. Its failure, or the disk's, comes out of the future."""
        future: Future[T] = Future()
        self._writer.submit(lambda connection: in_transaction(connection, work, future))
        return future

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """A connection for reading committed rows (`sqlite3.Row`), on any thread."""
        connection = database.reader(self._uri)
        try:
            yield connection
        finally:
            connection.close()

    def state(self) -> StoreState:
        """How the memory is doing."""
        return StoreState()

    def close(self) -> None:
        """Write what waits and let go of the files."""
        self._writer.close()


def identity(connection: sqlite3.Connection, clock: Clock) -> str:
    """This home's kiosk id, made at the first opening."""
    connection.execute(
        "INSERT INTO identity (kiosk, made_utc_ms) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM identity)",
        (new_kiosk_id(), clock.utc_ms()),
    )
    return str(connection.execute("SELECT kiosk FROM identity").fetchone()[0])


def in_transaction(connection: sqlite3.Connection, work: "Callable[[Database], T]", future: "Future[T]") -> None:
    """Run `work` and put its result, or whatever it raised, into `future`."""
    from sqlite_utils import Database

    try:
        connection.execute("BEGIN IMMEDIATE")
        result = work(Database(connection, execute_plugins=False))
        connection.execute("COMMIT")
    except BaseException as failure:  # noqa: BLE001 - it is handed to the one who waits for the future
        connection.rollback()
        future.set_exception(failure)
    else:
        future.set_result(result)
