"""The one thread that writes. What waits is committed together; a single answer is committed at once."""

import logging
import sqlite3
import threading
from collections import deque
from collections.abc import Callable

from kiosk.store import rows
from kiosk.store.pending import Entry, Pending

log = logging.getLogger(__name__)
Job = Callable[[sqlite3.Connection], None]
MOST_ROWS = 1_000
"""Rows in one transaction: some 15 ms, so that other processes get their turn."""
RETRY_S = 0.5


class Writer:
    """Owns the writing connection and its thread."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._wake = threading.Condition()
        self._pending = Pending()
        self._jobs: deque[Job] = deque()
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="store-writer", daemon=True)
        self._thread.start()

    def put(self, entry: Entry) -> None:
        """Queue journal rows."""
        with self._wake:
            self._pending.add(entry)
            self._wake.notify()

    def submit(self, job: Job) -> None:
        """Queue other work on the connection; `job` handles its own failures."""
        with self._wake:
            self._jobs.append(job)
            self._wake.notify()

    def close(self) -> None:
        """Write what waits, if it can be written, and end."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        self._thread.join()
        self._connection.close()

    def _run(self) -> None:
        while self._wait():
            self._commit()
            if self._jobs:
                self._jobs.popleft()(self._connection)

    def _wait(self) -> bool:
        """Sleep until there is something to do; false when it is time to end."""
        with self._wake:
            self._wake.wait_for(lambda: self._closing or self._jobs or self._pending)
            return not self._closing or bool(self._jobs) or bool(self._pending)

    def _commit(self) -> None:
        """Commit the oldest entries, then answer them."""
        with self._wake:
            batch = self._pending.head(MOST_ROWS)
        if not batch:
            return
        rows.write(self._connection, [row for entry in batch for row in entry.rows])
        with self._wake:
            self._pending.drop(len(batch))
        for entry in batch:
            if entry.then is not None:
                entry.then(True)
