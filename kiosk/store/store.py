"""The kiosk's memory, as the rest of the house sees it."""

import sqlite3
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kiosk.core.clock import Clock
from kiosk.core.events import Event, Origin
from kiosk.core.ids import new_epoch
from kiosk.core.visit import Visit
from kiosk.store.base import Base
from kiosk.store.calls import call_back
from kiosk.store.housekeeping import Housekeeper
from kiosk.store.jobs import Job
from kiosk.store.pending import Entry, Then
from kiosk.store.rows import RowMaker
from kiosk.store.state import Restored, StoreState
from kiosk.store.writer import Writer

if TYPE_CHECKING:
    from sqlite_utils import Database

T = TypeVar("T")
Listener = Callable[[StoreState], None]


class Store:
    """One opening of a home's database: an epoch of its own, one thread that writes, any number that read."""

    def __init__(self, home: Path, clock: Clock, origin: Origin) -> None:
        """Use `Store.open`."""
        self.epoch = new_epoch()
        self._listeners: list[Listener] = []
        self._telling = threading.RLock()
        self._making = threading.Lock()
        self._rows = RowMaker(self.epoch, origin, clock)
        self._base = Base(home, clock)
        self._writer = Writer(self._base, self.tell)
        self._housekeeper = Housekeeper(self, self._base, clock)
        self._told = self.state()

    @classmethod
    def open(
        cls, home: Path, clock: Clock, *, origin: Origin = "visitor", housekeeping_after_s: float | None = 3.0
    ) -> "Store":
        """Open the memory in `home`, making it if need be. `origin` is that of events without a visit.

        A damaged database is swapped for a backup; where the home is out of reach a database in memory stands in
        until it is not; `state()` tells. Looking through the database, backups and the roll-back mark begin after
        `housekeeping_after_s` seconds, or are left to `keep_house` with `None`.
        Raises KioskError `store.newer` when a newer program has written it.
        """
        store = cls(home, clock, origin)
        store._writer.start()
        if housekeeping_after_s is not None:
            store._housekeeper.start(housekeeping_after_s)
        return store

    @property
    def kiosk(self) -> str:
        """This kiosk's id."""
        return self._base.kiosk

    @property
    def home(self) -> Path:
        """The folder that this memory is for."""
        return self._base.home

    def append(self, event: Event, visit: Visit | None, then: Then | None = None) -> None:
        """Record `event`. `then(True)` is called, on a thread of the store, once it is on disk.

        If that takes longer than 0.4 s, `then(False)` is called instead; it is kept in memory and written when it
        can be. Raises TypeError when a field of `event` is no JSON.
        """
        self.append_many([(event, visit)], then)

    def append_many(self, facts: Iterable[tuple[Event, Visit | None]], then: Then | None = None) -> None:
        """Record `facts` in one transaction. Times are taken as `facts` is walked: a stepped clock may be stepped."""
        with self._making:
            entry = Entry([self._rows.row(event, visit) for event, visit in facts], then)
            if entry.rows:
                self._writer.put(entry)
                return
        entry.tell(True)

    def write(self, work: "Callable[[Database], T]") -> "Future[T]":
        """Run `work` on the writer thread in one transaction.

        Out of the future comes its result once it is on disk (in a database in memory while that stands in), what it
        raised, or KioskError with the trouble's code when the machine does not let us.
        """

        def with_sqlite_utils(connection: sqlite3.Connection) -> T:
            # Imported here for its cost, see `migrations.apply`.
            from sqlite_utils import Database

            return work(Database(connection, execute_plugins=False))

        job = Job(with_sqlite_utils)
        self._writer.submit(job)
        return job.future

    def derive(self, work: Callable[[sqlite3.Connection], T]) -> "Future[T]":
        """Like `write`, for what can be worked out from the journal again: it is no reason for a backup.

        `work` gets the bare connection: this happens every few minutes, and sqlite-utils would take 8 MB for it.
        """
        job = Job(work, derived=True)
        self._writer.submit(job)
        return job.future

    def read(self) -> AbstractContextManager[sqlite3.Connection]:
        """A connection for reading committed rows (`sqlite3.Row`), on any thread, for the length of a `with`."""
        return self._base.read()

    def adopt(self, kiosk: str) -> None:
        """Go on under the id `kiosk`; what is in the journal keeps the old one. Raises KioskError as `write` tells."""

        def work(db: "Database") -> None:
            db.execute("UPDATE identity SET kiosk = ?", [kiosk])
            self._base.kiosk = kiosk

        self.write(work).result()

    def flush(self, timeout_s: float) -> bool:
        """Wait until all that was recorded is on disk, at most `timeout_s` seconds; whether it is."""
        return self._writer.flush(timeout_s)

    def state(self) -> StoreState:
        """How the memory is doing."""
        answers, events, since, trouble = self._writer.in_memory()
        base = self._base
        return StoreState(
            in_memory=answers,
            events_in_memory=events,
            since=since,
            trouble=trouble,
            temporary=base.temporary,
            generation=base.generation,
            restored=base.restored,
            marker_unusable=self._housekeeper.marker_unusable,
        )

    def on_change(self, listener: Listener) -> None:
        """Have `listener` called with the new state, on a thread of the store, whenever it changes."""
        with self._telling:
            self._listeners.append(listener)

    def close(self) -> None:
        """Write what waits, if it can be written, and let go of the files."""
        self._housekeeper.close()
        self._writer.close()
        self._base.close()

    # For the store's own parts

    def keep_house(self) -> None:
        """Look through the database, back it up, read back, leave the mark: whatever is due, on this thread."""
        self._housekeeper.round()

    def leave_home(self, trouble: str) -> None:
        """The database was found to be unusable: have it opened anew, which swaps a damaged one."""
        self._writer.leave_home(trouble)

    def changes(self) -> int:
        """How many writes there were since opening that a backup should hold, other than events."""
        return self._writer.jobs_done

    def report(self, restored: Restored) -> None:
        """Tell staff what became of the database."""
        self._base.restored = restored
        self.tell()

    def tell(self) -> None:
        """Call the listeners if the state has changed."""
        with self._telling:
            state = self.state()
            if state == self._told:
                return
            self._told = state
            for listener in self._listeners:
                call_back(listener, state)
        self._housekeeper.nudge()
