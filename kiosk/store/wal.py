"""When to move the write-ahead log into the database file. SQLite would do it within a commit, while a child waits."""

import logging
import sqlite3

log = logging.getLogger(__name__)
LONG_PAGES = 1_000
"""Moving as much costs some 20 ms on an SSD, and 10 times that on an old disk."""
TOO_LONG_PAGES = 8_000
_COMMIT_PAGES, _PAGE_ROWS = 4, 8


class Wal:
    """Keeps account, roughly, of how long the write-ahead log of `connection` is."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._changes = connection.total_changes
        self._pages = 0

    def wrote(self) -> None:
        """There was a commit."""
        changes = self._connection.total_changes
        self._pages += _COMMIT_PAGES + (changes - self._changes) // _PAGE_ROWS
        self._changes = changes

    def settle(self, busy: bool) -> None:
        """Move it when it is long; while `busy`, only when it is far too long."""
        if self._pages <= (TOO_LONG_PAGES if busy else LONG_PAGES):
            return
        try:
            self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        except sqlite3.Error as error:
            log.warning("the write-ahead log stays as it is: %r", error)
        self._pages = 0
