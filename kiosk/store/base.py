"""The database in use: the home's, or one in memory that stands in while the home is out of reach."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.core.clock import Clock
from kiosk.core.ids import new_kiosk_id
from kiosk.store import files, opening, stand_in, troubles
from kiosk.store.lock import HomeLock
from kiosk.store.reading import Readers
from kiosk.store.state import Restored
from kiosk.store.wal import Wal

log = logging.getLogger(__name__)


class Base:
    """What the writer writes to and readers read from. Only the writer's thread changes it once it is open.

    `restored` is what staff are told of the opening; the housekeeper completes it.
    """

    def __init__(self, home: Path, clock: Clock) -> None:
        """Open `home`, else stand in. Raises KioskError `store.newer`."""
        self.home = home
        self.trouble = ""
        self.generation = 0
        self.restored: Restored | None = None
        self.kiosk = ""
        self.connection: sqlite3.Connection
        self.wal: Wal
        self._readers: Readers | None = None
        self._lock: HomeLock | None = None
        self._inode = 0
        self._clock = clock
        if not self.come_home():
            self._stand_in()

    @property
    def temporary(self) -> bool:
        """Whether a database in memory stands in."""
        return self._lock is None

    def come_home(self) -> bool:
        """Use the home's database; false, with `trouble` set and nothing else changed, if that cannot be.

        Raises KioskError `store.newer`.
        """
        try:
            opened = opening.open_home(self.home, self._clock)
        except opening.Unsound as error:
            self.trouble = troubles.DAMAGED
            log.warning("what was put in its place in %s is unsound too: %r", self.home, error)
            return False
        except (*troubles.FAILURES, OSError) as error:
            self.trouble = troubles.diagnose(self.home, error) or troubles.UNEXPECTED
            log.warning("cannot open %s: %r", self.home, error)
            return False
        self.kiosk = opened.kiosk
        self.restored = opened.restored or self.restored
        self.trouble = ""
        self._inode = opened.inode
        self._use(opened.connection, opened.uri, opened.lock)
        return True

    def leave_home(self, trouble: str) -> None:
        """Stand in for a home that failed while it was open; a damaged database is marked so."""
        self.trouble = trouble
        if trouble == troubles.DAMAGED:
            try:
                files.mark_damaged(self.home, reason="damaged")
            except OSError as error:
                log.warning("cannot mark %s as damaged: %r", self.home, error)
        self._stand_in()

    def in_place(self) -> bool:
        """Whether the open file is still the home's: what is written to a deleted one is gone without an error."""
        if self.temporary:
            return True
        try:
            return (self.home / files.DATABASE).stat().st_ino == self._inode
        except OSError:
            return False

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """A reading connection for the length of a block. Raises sqlite3.Error."""
        readers, connection = self._borrow()
        try:
            yield connection
        finally:
            readers.give_back(connection)

    def _borrow(self) -> tuple[Readers, sqlite3.Connection]:
        while True:
            readers = self._readers
            assert readers is not None, "the store is closed"
            connection = readers.borrow()
            if connection is not None:
                return readers, connection
            # Another database took over in between.

    def close(self) -> None:
        """Let go of the files."""
        readers, lock = self._readers, self._lock
        self._readers = self._lock = None
        _let_go(readers, self.connection, lock)

    def _stand_in(self) -> None:
        connection, uri = stand_in.make(self.home, f"kiosk-{id(self)}-{self.generation}")
        found = connection.execute("SELECT kiosk FROM identity").fetchone()
        self.kiosk = self.kiosk or (found[0] if found else new_kiosk_id())
        self._use(connection, uri, None)

    def _use(self, connection: sqlite3.Connection, uri: str, lock: HomeLock | None) -> None:
        """Change over. Who reads at this moment keeps the old database to the end of the block."""
        readers, former, former_lock = self._readers, getattr(self, "connection", None), self._lock
        self.connection, self._readers, self._lock = connection, Readers(uri), lock
        self.wal = Wal(connection)
        self.generation += 1
        _let_go(readers, former, former_lock)


def _let_go(readers: Readers | None, connection: sqlite3.Connection | None, lock: HomeLock | None) -> None:
    """Close what is there."""
    for part in (readers, connection, lock):
        if part is not None:
            part.close()
