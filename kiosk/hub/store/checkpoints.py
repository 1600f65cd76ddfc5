"""SQLite's write-ahead log is folded back by a thread of its own, so that no request waits for it."""

import logging
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

log = logging.getLogger(__name__)
EVERY_S = 1.0
LARGE_BYTES = 64 << 20
"""A log that has grown to this is cut back to nothing, for which writers wait a moment."""


class Checkpointer:
    """Folds the log of the database `file` back, every second while it has one."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="hub-checkpoints", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def close(self) -> None:
        """End."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        with closing(sqlite3.connect(self._file, isolation_level=None, check_same_thread=False)) as connection:
            connection.execute("PRAGMA wal_autocheckpoint = 0")
            while not self._stopping.wait(EVERY_S):
                try:
                    connection.execute(f"PRAGMA wal_checkpoint({'TRUNCATE' if self._large() else 'PASSIVE'})")
                except sqlite3.Error as error:  # a full disk, a reader in the way: the next second will do
                    log.warning("checkpoint: %r", error)

    def _large(self) -> bool:
        try:
            return self._file.with_name(f"{self._file.name}-wal").stat().st_size > LARGE_BYTES
        except OSError:
            return False
