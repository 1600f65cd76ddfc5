"""Connections for reading, kept for the next one who asks."""

import sqlite3
import threading

from kiosk.store import database

_KEPT = 3


class Readers:
    """Lends connections to the database at one URI."""

    def __init__(self, uri: str) -> None:
        self._uri = uri
        self._idle: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        self._closed = False

    def borrow(self) -> sqlite3.Connection | None:
        """A connection to give back; `None` after `close`. Raises sqlite3.Error."""
        with self._lock:
            if self._closed:
                return None
            return self._idle.pop() if self._idle else database.reader(self._uri)

    def give_back(self, connection: sqlite3.Connection) -> None:
        """Keep `connection` for the next."""
        connection.rollback()
        with self._lock:
            keep = not self._closed and len(self._idle) < _KEPT
            if keep:
                self._idle.append(connection)
        if not keep:
            connection.close()

    def close(self) -> None:
        """Close what is idle; what is lent closes when it comes back."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()
